import type { ActName } from '#casework/act.ts'

/** The acts that a page records with one tap: the noun of its address, the button, and what is asked for the day. */
export const volunteerNouns = {
  samtale: { act: 'call', button: 'Vi har snakket sammen', asks: 'Når snakket dere sammen?' },
  kurs: { act: 'attend-course', button: 'Kurset er tatt', asks: 'Når var kurset ferdig?' },
  kurssamtale: { act: 'hold-talk', button: 'Samtalen er holdt', asks: 'Når var samtalen?' },
  samarbeidsavtale: {
    act: 'sign-cooperation',
    button: 'Samarbeidsavtalen er signert',
    asks: 'Når ble samarbeidsavtalen signert?',
  },
  taushetserklaering: {
    act: 'sign-confidentiality',
    button: 'Taushetserklæringen er signert',
    asks: 'Når ble taushetserklæringen signert?',
  },
  politiattest: {
    act: 'see-certificate',
    button: 'Politiattesten er vist',
    asks: 'Når ble politiattesten vist?',
  },
  sporsmal: { act: 'ask', button: 'Har spurt hvordan det går', asks: 'Når spurte du?' },
  veiledning: { act: 'attend-supervision', button: 'Var med på veiledning', asks: 'Når var veiledningen?' },
} as const satisfies Record<string, { act: ActName<'volunteers'>; button: string; asks: string }>

export type VolunteerNoun = keyof typeof volunteerNouns

/** @example findNoun('kurs') // 'kurs' */
export const findVolunteerNoun = (noun: string | undefined): VolunteerNoun | undefined =>
  Object.hasOwn(volunteerNouns, noun ?? '') ? (noun as VolunteerNoun) : undefined

/** The noun of an act; nothing when it has a page of its own. */
export const volunteerNounOf = (act: ActName<'volunteers'>): VolunteerNoun | undefined =>
  (Object.keys(volunteerNouns) as VolunteerNoun[]).find((noun) => volunteerNouns[noun].act === act)
