import { sayList } from '#calendar/norwegian.ts'

interface Colleague {
  readonly id: string
  readonly name: string
  readonly role: string
}

/**
 * Who does the coordinator's work today, said to one of those who can.
 *
 * @param acting ids, as src/db/absences.ts gives them
 * @returns nothing when it is as on any other day
 */
export function sayOnDuty(
  viewer: { readonly staffId: string; readonly role: string },
  acting: readonly string[],
  staff: readonly Colleague[],
): string | undefined {
  if (acting.includes(viewer.staffId))
    return viewer.role === 'deputy' ? 'Du gjør arbeidet til koordinatoren i dag.' : undefined
  const names = sayList(staff.filter(({ id }) => acting.includes(id)).map(({ name }) => name))
  return viewer.role === 'deputy'
    ? `${names} har vakt i dag. Det som er merket «Vikaren», er ditt.`
    : `Du er skrevet inn som borte. ${names} har vakt i dag.`
}

/** Whether nobody at work is a coordinator: then everything is the deputy's. */
export const isAway = (acting: readonly string[], staff: readonly Colleague[]): boolean =>
  !staff.some(({ id, role }) => role === 'coordinator' && acting.includes(id))
