import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Act, actNames, closings } from '#casework/act.ts'
import { matchState, matchStates } from '#casework/match.ts'
import { mergedReferral } from '#casework/merge.ts'
import { agreementWords, hoursInFourWeeks, needsAgreementSchema } from '#casework/needs-agreement.ts'
import { noPreferences, problemOf, type ReferralContent } from '#casework/preferences.ts'
import { closedReferralStates, mayKeepAddress, referralState, referralStates } from '#casework/referral.ts'
import { acts } from './acts.ts'

describe('A referral', () => {
  const accepted = acts<'referrals'>('receive', 'call', 'accept')

  test('is received, accepted, met about, running and ended', () => {
    expect(referralState({ acts: accepted.slice(0, 2), matches: [] })).toBe('received')
    expect(referralState({ acts: accepted, matches: [] })).toBe('accepted')
    expect(referralState({ acts: accepted, matches: ['proposed'] })).toBe('accepted')
    expect(referralState({ acts: accepted, matches: ['declined', 'meeting-agreed'] })).toBe('meeting-agreed')
    expect(referralState({ acts: accepted, matches: ['running'] })).toBe('running')
    const ended = acts<'referrals'>('receive', 'call', 'accept', 'end')
    expect(referralState({ acts: ended, matches: ['ended'] })).toBe('ended')
  })

  test('waits again when the volunteer stops and the need remains', () => {
    expect(referralState({ acts: accepted, matches: ['ended'] })).toBe('accepted')
  })

  test('opens again after a no', () => {
    expect(referralState({ acts: acts<'referrals'>('receive', 'decline'), matches: [] })).toBe('declined')
    expect(referralState({ acts: acts<'referrals'>('receive', 'decline', 'reopen'), matches: [] })).toBe(
      'accepted',
    )
  })

  test('has a home address between an agreed meeting and its close alone', () => {
    expect(referralStates.filter(mayKeepAddress)).toEqual(['meeting-agreed', 'running'])
  })

  test('that has closed is opened by no order of acts without one that may open it', () => {
    const { close, open } = closings.referrals
    const isIn = (names: readonly string[]) => (act: Act<'referrals'>) => names.includes(act.name)
    const anyActs = fc
      .array(fc.constantFrom(...actNames.referrals), { maxLength: 10 })
      .map((names) => acts<'referrals'>(...names))
    let closed = 0
    fc.assert(
      fc.property(anyActs, fc.subarray([...matchStates]), (list, matches) => {
        if (!list.some(isIn(close)) || list.some(isIn(open))) return
        closed++
        expect(closedReferralStates).toContain(referralState({ acts: list, matches }))
      }),
      { numRuns: 500, seed: 20261121 },
    )
    expect(closed).toBeGreaterThan(50)
  })

  test('takes over what only its double knew', () => {
    const fromHomeCare: ReferralContent = {
      homeCare: { unit: 'Sone nord', phone: '+4755500190' },
      area: 'Åsen',
      bestTime: [],
      urgent: true,
      preferences: { ...noPreferences, times: ['fri-morning'] },
    }
    const fromRelative: ReferralContent = {
      relative: { name: 'Torbjørg Myrdun', phone: '+4755500231' },
      area: 'Sentrum',
      bestTime: ['evening'],
      urgent: false,
      preferences: { ...noPreferences, times: ['fri-morning', 'tue-evening'], limits: ['stairs'] },
    }
    expect(mergedReferral(fromHomeCare, fromRelative)).toEqual({
      homeCare: fromHomeCare.homeCare,
      relative: fromRelative.relative,
      area: 'Åsen',
      bestTime: ['evening'],
      urgent: true,
      preferences: { ...noPreferences, times: ['fri-morning', 'tue-evening'], limits: ['stairs'] },
    })
  })
})

describe('A match', () => {
  test('follows its last turning act', () => {
    const all = acts<'matches'>('propose', 'agree-meeting', 'hold-meeting', 'sign-agreement', 'start', 'end')
    expect(all.map((_, index) => matchState(all.slice(0, index + 1)))).toEqual([
      'proposed',
      'meeting-agreed',
      'meeting-held',
      'meeting-held',
      'running',
      'ended',
    ])
    expect(matchState(acts<'matches'>('propose', 'agree-meeting', 'decide-against'))).toBe('declined')
  })
})

describe('A needs agreement', () => {
  const agreement = {
    frequency: 'fortnightly',
    weekday: 'fri',
    time: '11:00',
    hours: 2.5,
    startDate: '2026-12-04',
    reviewDate: '2027-03-05',
    travelCosts: true,
    signedOn: '2026-11-26',
  }

  test('says itself in words and in hours', () => {
    const read = needsAgreementSchema.parse(agreement)
    expect(agreementWords(read)).toBe('Annenhver uke, fredag kl. 11.00, 2,5 timer')
    expect(hoursInFourWeeks(read)).toBe(5)
  })

  test('refuses a day that does not exist, a time that is none, and a review before the start', () => {
    for (const wrong of [
      { startDate: '2027-02-30' },
      { time: '24:00' },
      { reviewDate: '2026-12-04' },
      { hours: 0 },
      { weekday: 'fredag' },
    ])
      expect(needsAgreementSchema.safeParse({ ...agreement, ...wrong }).success).toBe(false)
  })
})

test('What staff write may hold no identity number, however it is written', () => {
  expect(problemOf('Ring 55 50 02 31 etter klokka 16')).toBeUndefined()
  for (const text of ['13.52.72 480 13', 'født 13 52 72, nr. 48013'])
    expect(problemOf(text)).toContain('Ta bort fødselsnummeret')
})
