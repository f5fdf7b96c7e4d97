/** What is known, as lines for a sheet of paper or to compare two records. */
import type { FitWords } from '#casework/fit.ts'
import type { Preferences, ReferralContent, VolunteerContent } from '#casework/preferences.ts'
import { homeLimits } from '#casework/referral-form.ts'
import { sayPhone } from '#forms/kinds/phone.ts'
import { times as timesKind } from '#forms/kinds/times.ts'

interface Line {
  readonly label: string
  readonly text: string | undefined
}

export function volunteerLines(content: VolunteerContent, words: FitWords): Line[] {
  const { phone, email, area, preferences, frida } = content
  return [
    { label: 'Telefon', text: phone && sayPhone(phone) },
    { label: 'E-post', text: email },
    { label: 'Område', text: area },
    ...preferenceLines(preferences, words),
    { label: 'Kan ikke', text: say(preferences.limits, words.limits) },
    { label: 'Referanse i Frida', text: frida },
  ]
}

export function referralLines(content: ReferralContent, words: FitWords): Line[] {
  const { relative, homeCare, area, preferences } = content
  return [
    { label: 'Pårørende', text: relative?.name },
    { label: 'Telefon', text: relative && sayPhone(relative.phone) },
    { label: 'Hjemmetjenesten', text: homeCare?.unit },
    { label: 'Jobbtelefon', text: homeCare && sayPhone(homeCare.phone) },
    { label: 'Område', text: area },
    ...preferenceLines(preferences, words),
    { label: 'Hjemme er det', text: say(preferences.limits, homeLimits) },
  ]
}

const preferenceLines = ({ times, help, interests, languages }: Preferences, words: FitWords): Line[] => [
  { label: 'Tider', text: timesKind().asText(times, { words: { label: '' }, areas: [] }) },
  { label: 'Hjelp', text: say(help, words.help) },
  { label: 'Liker', text: say(interests, words.interests) },
  { label: 'Språk utenom norsk', text: say(languages, words.languages) },
]

const say = (keys: readonly string[], words: Readonly<Record<string, string>>) =>
  keys.map((key) => words[key] ?? key).join(', ')
