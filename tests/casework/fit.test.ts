import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type Candidate, type Fit, type FitWords, rankFits } from '#casework/fit.ts'
import { noPreferences, type Preferences } from '#casework/preferences.ts'
import { interests, kindsOfHelp, languages, limits, timeKeys } from '#forms/choices.ts'

const today = Temporal.PlainDate.from('2026-11-21')
const words: FitWords = {
  times: { 'fri-morning': 'Fredag formiddag', 'tue-evening': 'Tirsdag kveld' },
  help: { walk: 'Gå tur' },
  interests: { music: 'Musikk', garden: 'Hage' },
  languages: { pl: 'Polsk' },
  limits: { pets: 'Være der det er dyr' },
}
const need = (preferences: Partial<Preferences> = {}) => ({
  area: 'Åsen',
  preferences: { ...noPreferences, ...preferences },
})
const candidate = (
  id: string,
  preferences: Partial<Preferences> = {},
  more: { area?: string; freeSince?: string; assignments?: number } = {},
): Candidate => {
  const { area = 'Åsen', freeSince = '2026-11-20', assignments = 0 } = more
  return { id, content: { area, preferences: { ...noPreferences, ...preferences } }, freeSince, assignments }
}
const rank = (referral: ReturnType<typeof need>, ...candidates: Candidate[]) =>
  rankFits(referral, candidates, words, today)
const only = (referral: ReturnType<typeof need>, one: Candidate) => rank(referral, one)[0] as Fit

describe('A volunteer who fits', () => {
  test('comes with her reasons in words', () => {
    const preferences = {
      times: ['fri-morning', 'tue-evening'],
      help: ['walk'],
      interests: ['music', 'garden'],
      languages: ['pl'],
    }
    const fit = only(need(preferences), candidate('ni', preferences, { freeSince: '2026-09-15' }))
    expect(fit.reasons).toEqual([
      'Samme område: Åsen',
      'Kan fredag formiddag og tirsdag kveld',
      'Vil gjerne: gå tur',
      'Liker begge: musikk og hage',
      'Snakker polsk',
      'Har ventet i 2 måneder',
    ])
    expect(fit.obstacles).toEqual([])
  })

  test('comes with what stands in the way', () => {
    const referral = need({ times: ['fri-morning'], languages: ['pl'], limits: ['pets'] })
    const busy = candidate(
      'ni',
      { times: ['tue-evening'], limits: ['pets'] },
      { area: 'Sentrum', assignments: 1 },
    )
    const fit = only(referral, busy)
    expect(fit.reasons).toEqual([])
    expect(fit.obstacles).toEqual([
      'Vil hjelpe i Sentrum, behovet er i Åsen',
      'Ingen av tidene er de samme',
      'Snakker ikke polsk',
      'Kan ikke være der det er dyr',
      'Har ett oppdrag fra før',
    ])
  })

  test('is asked about what she has not said, and not judged by it', () => {
    const fit = only(need({ times: ['fri-morning'], help: ['walk'] }), candidate('ni'))
    expect(fit.questions).toEqual(['Spør den frivillige når det passer'])
    expect(fit.obstacles).toEqual([])
    expect(only(need(), candidate('ni')).questions).toEqual(['Spør den pårørende når det passer'])
  })
})

describe('The order', () => {
  test('puts time and place before interests, and a limit behind everything', () => {
    const referral = need({ times: ['fri-morning'], interests: ['music', 'garden'], limits: ['pets'] })
    const near = candidate('near', { times: ['fri-morning'] })
    const alike = candidate('alike', { times: ['tue-evening'], interests: ['music', 'garden'] })
    const walled = candidate('walled', {
      times: ['fri-morning'],
      interests: ['music', 'garden'],
      limits: ['pets'],
    })
    expect(rank(referral, walled, alike, near).map((fit) => fit.id)).toEqual(['near', 'alike', 'walled'])
  })

  test('puts who has waited before who is busy, and the longest waiting first of equals', () => {
    const long = candidate('long', {}, { freeSince: '2026-05-01' })
    const longer = candidate('longer', {}, { freeSince: '2026-04-01' })
    const busy = candidate('busy', {}, { freeSince: '2026-04-01', assignments: 1 })
    expect(rank(need(), busy, long, longer).map((fit) => fit.id)).toEqual(['longer', 'long', 'busy'])
  })

  test('says of whoever has a meeting about another assignment that she has, and not that she waits', () => {
    const candidates = [0, 1].map((meetings) => ({
      ...candidate(`${meetings}`, {}, { freeSince: '2026-04-01' }),
      meetings,
    }))
    const [free, promised] = rank(need(), ...candidates)
    expect(free?.reasons).toContain('Har ventet i 7 måneder')
    expect(promised).toMatchObject({
      id: '1',
      reasons: ['Samme område: Åsen'],
      obstacles: ['Har koblingsmøte om et annet oppdrag'],
    })
  })

  const some = (keys: readonly string[]) => fc.subarray([...keys])
  const anyPreferences = fc.record({
    times: some(timeKeys),
    help: some(kindsOfHelp),
    interests: some(interests),
    languages: some(languages),
    limits: some(limits),
  })
  const anyArea = fc.constantFrom('Åsen', 'Sentrum')
  const anyCandidates = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      content: fc.record({ area: anyArea, preferences: anyPreferences }),
      freeSince: fc.constantFrom('2026-11-20', '2026-09-30', '2024-02-29', '2027-01-01'),
      assignments: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: (one) => one.id, maxLength: 8 },
  )
  const anyNeed = fc.record({ area: anyArea, preferences: anyPreferences })
  const runs = { numRuns: 200, seed: 20261121 }

  test('is the same in whatever order the volunteers come, and loses nobody', () => {
    fc.assert(
      fc.property(anyNeed, anyCandidates, (referral, candidates) => {
        const ranked = rank(referral, ...candidates)
        expect(rank(referral, ...candidates.toReversed())).toEqual(ranked)
        expect(ranked.map((fit) => fit.id).sort()).toEqual(candidates.map((one) => one.id).sort())
      }),
      runs,
    )
  })

  test('never ranks somebody lower for a time, an interest or a language that she also has', () => {
    fc.assert(
      fc.property(anyNeed, anyCandidates, (referral, candidates) => {
        const [one] = candidates
        if (!one || referral.preferences.times.length === 0) return
        const offered = one.content.preferences
        if (offered.times.length === 0) return
        for (const key of ['times', 'interests', 'languages'] as const) {
          const more = { ...offered, [key]: [...new Set([...offered[key], ...referral.preferences[key]])] }
          const better = { ...one, content: { ...one.content, preferences: more } }
          expect(only(referral, better).points).toBeGreaterThanOrEqual(only(referral, one).points)
        }
      }),
      runs,
    )
  })
})
