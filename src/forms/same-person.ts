/**
 * Whether changed answers come from whoever sent the first. At a library the next person presses Back, meets the form
 * of the one before her and types over it: her answers must not become a change of somebody else's, under a
 * reference that is not hers.
 */
import type { Answer } from './answer.ts'

/** The kinds of question that say who somebody is, or how to reach her. */
const telling: readonly string[] = ['name', 'phone', 'email']

/**
 * Whoever corrects herself keeps her name, phone or address; she need keep only one of them. A form that asks for
 * none cannot tell, and then a change is a change.
 */
export function isSamePerson(before: readonly Answer[], after: readonly Answer[]): boolean {
  const answered = before.flatMap((one) => {
    const other = after.find(({ key }) => key === one.key)
    const both = telling.includes(one.kind) && one.value !== null && other && other.value !== null
    return both ? [fold(one) === fold(other)] : []
  })
  return answered.length === 0 || answered.includes(true)
}

const fold = ({ value }: Answer) => String(value).normalize('NFKC').toLowerCase().replace(/\s+/g, '')
