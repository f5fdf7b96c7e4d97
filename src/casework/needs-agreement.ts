/** The needs agreement (behovsavtale): what volunteer and relative agreed on at the matching meeting. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { day } from '#editorial/field.ts'
import { type Weekday, weekdays } from '#forms/choices.ts'

/** How often, with the visits that it makes in four weeks. */
export const frequencies = {
  'twice-weekly': { words: 'To ganger i uken', visits: 8 },
  weekly: { words: 'Hver uke', visits: 4 },
  fortnightly: { words: 'Annenhver uke', visits: 2 },
  monthly: { words: 'Hver fjerde uke', visits: 1 },
} as const
export type Frequency = keyof typeof frequencies

export const weekdayWords: Readonly<Record<Weekday, string>> = {
  mon: 'mandag',
  tue: 'tirsdag',
  wed: 'onsdag',
  thu: 'torsdag',
  fri: 'fredag',
  sat: 'lørdag',
  sun: 'søndag',
}

/** What the paper asks for, in its order. The attachment «Behovsavtale» asks the same. */
export const agreementBlanks = {
  activity: 'Hva dere skal gjøre',
  place: 'Hvor',
  when: 'Hvor ofte, ukedag, klokkeslett og timer',
  start: 'Første gang',
  review: 'Dato da dere ser på avtalen igjen',
  travel: 'Dekkes reiseutgiftene?',
  volunteerPhone: 'Telefon til den frivillige',
  relativePhone: 'Telefon til den pårørende',
} as const

/**
 * @example needsAgreementSchema.parse({ frequency: 'weekly', weekday: 'fri', time: '11:00', hours: 2,
 *   startDate: '2026-12-04', reviewDate: '2027-03-05', travelCosts: false, signedOn: '2026-11-26' })
 */
export const needsAgreementSchema = z
  .strictObject({
    frequency: z.enum(Object.keys(frequencies) as [Frequency, ...Frequency[]]),
    weekday: z.enum(weekdays),
    /** Wall time in Oslo. */
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Skriv klokkeslettet slik: 11:00'),
    /** Of one visit. */
    hours: z.number().min(0.5, 'Skriv minst en halv time').max(12, 'Skriv høyst 12 timer'),
    startDate: day(),
    reviewDate: day(),
    /** Whether it is agreed that the volunteer gets her travel costs back. */
    travelCosts: z.boolean(),
    /** The day both signed on paper; the paper stays paper. */
    signedOn: day(),
  })
  .refine((agreement) => agreement.reviewDate > agreement.startDate, {
    path: ['reviewDate'],
    message: 'Velg en dag etter at oppdraget starter',
  })
export type NeedsAgreement = z.output<typeof needsAgreementSchema>

/** Hours of respite in four weeks. */
export const hoursInFourWeeks = ({ frequency, hours }: NeedsAgreement): number =>
  frequencies[frequency].visits * hours

/**
 * @example agreementWords(agreement) // 'Hver uke, fredag kl. 11.00, 2 timer'
 */
export function agreementWords({ frequency, weekday, time, hours }: NeedsAgreement): string {
  const length = `${String(hours).replace('.', ',')} ${hours === 1 ? 'time' : 'timer'}`
  return `${frequencies[frequency].words}, ${weekdayWords[weekday]} kl. ${time.replace(':', '.')}, ${length}`
}

/** Three months after the start: what a page proposes, for a person to change. */
export const proposedReview = (startDate: string): string =>
  Temporal.PlainDate.from(startDate).add({ months: 3 }).toString()
