/** Acts as tests write them: `acts('sign-up', ['call', '2026-11-20'])`, a day apart unless they say when. */
import { Temporal } from 'temporal-polyfill'
import type { Act, ActName, SubjectTable } from '#casework/act.ts'

type Written<Table extends SubjectTable> =
  | ActName<Table>
  | readonly [name: ActName<Table>, at: string, more?: Partial<Act<Table>>]

const first = Temporal.Instant.from('2026-11-02T09:00:00Z')

/** @param written `at` is a day, recorded at ten in the morning, or an instant */
export const acts = <Table extends SubjectTable>(...written: Written<Table>[]): Act<Table>[] =>
  written.map((each, index) => {
    const [name, at, more] = typeof each === 'string' ? ([each] as const) : each
    const day = first.add({ hours: 24 * index }).toString({ smallestUnit: 'millisecond' })
    return {
      number: index + 1,
      name,
      by: 'solveig',
      at: at === undefined ? day : at.length === 10 ? `${at}T09:00:00.000Z` : at,
      ...more,
    }
  })
