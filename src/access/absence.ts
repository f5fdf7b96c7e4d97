/** An absence as it is typed: who is away, who stands in, and on which days. */
import { Temporal } from 'temporal-polyfill'
import type { Absence } from '#db/absences.ts'
import type { StaffMember } from '#db/staff.ts'
import type { Problem } from '#forms/answer.ts'
import type { Fields } from '#forms/fields.ts'

/** Longer than any holiday; a leave of years is another role, and a typing error is neither. */
const longest = 400

/**
 * @param staff those who work here now
 * @returns the absence, or what is wrong with each field, in Norwegian
 */
export function readAbsence(
  fields: Fields,
  staff: readonly StaffMember[],
  now: Temporal.Instant,
): Omit<Absence, 'id'> | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const text = (key: string) => fields.get(key)?.[0]?.trim() ?? ''
  const person = (key: string, ask: string) => {
    const found = staff.find(
      ({ id, role }) => id === text(key) && (role === 'coordinator' || role === 'deputy'),
    )
    if (!found) problems.push({ key, text: ask })
    return found?.id ?? ''
  }
  const day = (key: string, ask: string) => {
    const date = dateOf(text(key))
    if (!date) problems.push({ key, text: ask })
    return date
  }
  const staffId = person('hvem', 'Velg hvem som er borte')
  const deputyId = person('vikar', 'Velg hvem som er vikar')
  const from = day('fra', 'Skriv den første dagen')
  const until = day('til', 'Skriv den siste dagen')
  const today = now.toZonedDateTimeISO('Europe/Oslo').toPlainDate()
  if (staffId && staffId === deputyId)
    problems.push({ key: 'vikar', text: 'Velg en annen enn den som er borte' })
  if (from && until) {
    const length = from.until(until).days
    if (length < 0) problems.push({ key: 'til', text: 'Den siste dagen må være etter den første' })
    else if (Temporal.PlainDate.compare(until, today) < 0)
      problems.push({ key: 'til', text: 'Den siste dagen har vært. Velg en dag fra i dag av' })
    else if (length > longest)
      problems.push({ key: 'til', text: 'Så lenge kan et fravær ikke vare. Se på årstallet' })
  }
  if (problems.length > 0 || !from || !until) return { problems }
  return { staffId, deputyId, from: from.toString(), until: until.toString() }
}

function dateOf(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
