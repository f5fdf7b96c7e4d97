import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Act, actNames, closings } from '#casework/act.ts'
import { type MatchState, matchStates } from '#casework/match.ts'
import {
  type CertificateChoice,
  closedVolunteerStates,
  missingSteps,
  volunteerActs,
  volunteerState,
} from '#casework/volunteer.ts'
import { acts } from './acts.ts'

const onHerWay = ['call', 'attend-course', 'hold-talk', 'sign-cooperation', 'sign-confidentiality'] as const
const ready = acts<'volunteers'>('sign-up', ...onHerWay, 'see-certificate')
const state = (
  list: readonly Act<'volunteers'>[],
  matches: readonly MatchState[] = [],
  certificate: CertificateChoice = 'required',
) => volunteerState({ acts: list, matches, certificate })
const missing = (list: readonly Act<'volunteers'>[], certificate: CertificateChoice = 'required') =>
  missingSteps(list, certificate).map((step) => step.missing)

describe('A volunteer', () => {
  test('goes through the steps in their order', () => {
    const states = ready.map((_, index) => state(ready.slice(0, index + 1)))
    expect(states).toEqual(['signed-up', 'talked', 'trained', 'trained', 'trained', 'agreed', 'free'])
  })

  test('is told apart by the first step that is missing, whatever came later', () => {
    const withoutCourse = ready.filter((act) => act.name !== 'attend-course')
    expect(state(withoutCourse)).toBe('talked')
    expect(missing(withoutCourse)).toEqual(['Kurset er ikke tatt'])
  })

  test('is free without a certificate only where the municipality has chosen so', () => {
    const without = ready.filter((act) => act.name !== 'see-certificate')
    expect(state(without, [], 'not-required')).toBe('free')
    expect(state(without, [], 'required')).toBe('agreed')
    expect(missing(without, 'required')).toEqual(['Politiattesten er ikke vist'])
  })

  test('is not free while the municipality has not chosen, even with a certificate', () => {
    expect(state(ready, [], 'undecided')).toBe('agreed')
    expect(missing(ready, 'undecided')).toEqual(['Politiattest ikke avklart: kommunen har ikke valgt'])
    const offered = volunteerActs({ acts: ready, matches: [], certificate: 'undecided' })
    expect(offered).not.toContain('see-certificate')
  })

  test('is matched from an agreed meeting until it comes to nothing', () => {
    expect(matchStates.filter((each) => state(ready, [each]) === 'matched')).toEqual([
      'meeting-agreed',
      'meeting-held',
      'running',
    ])
  })

  test('rests, comes back and ends', () => {
    const later = (...names: ('pause' | 'resume' | 'end' | 'return')[]) =>
      state(acts<'volunteers'>('sign-up', ...onHerWay, 'see-certificate', ...names))
    expect(later('pause')).toBe('paused')
    expect(later('pause', 'resume')).toBe('free')
    expect(later('pause', 'end')).toBe('ended')
    expect(later('pause', 'end', 'return')).toBe('free')
    expect(later('end', 'pause')).toBe('ended')
  })

  test('is where she was before an act that is undone', () => {
    const undone = acts<'volunteers'>('sign-up', 'call', 'attend-course', [
      'undo',
      '2026-11-10',
      { detail: '3' },
    ])
    expect(state(undone)).toBe('talked')
  })

  test('stays erased, whatever somebody would undo', () => {
    const erased = acts<'volunteers'>('sign-up', 'erase', ['undo', '2026-11-10', { detail: '2' }])
    expect(state(erased)).toBe('erased')
  })

  test('is offered what is missing first', () => {
    const facts = { acts: ready.slice(0, 2), matches: [], certificate: 'required' } as const
    expect(volunteerActs(facts).slice(0, 5)).toEqual([
      'attend-course',
      'hold-talk',
      'sign-cooperation',
      'sign-confidentiality',
      'see-certificate',
    ])
  })
})

describe('No order of acts', () => {
  const anyAct = fc.record({
    name: fc.constantFrom(...actNames.volunteers),
    detail: fc.option(
      fc.integer({ min: 1, max: 12 }).map((number) => String(number)),
      { nil: undefined },
    ),
  })
  const anyActs = fc
    .array(anyAct, { maxLength: 14 })
    .map((list) =>
      list.map((act, index): Act<'volunteers'> => ({ ...act, number: index + 1, by: 'x', at: '' })),
    )
  const anyMatches = fc.array(fc.constantFrom(...matchStates), { maxLength: 3 })
  const anyChoice = fc.constantFrom<CertificateChoice>('required', 'not-required', 'undecided')
  const usual = [...onHerWay, 'see-certificate'] as const

  test('makes a volunteer free or matched without every earlier row', () => {
    let reached = 0
    // Half of the lists hold all steps in some order, so that the premise is met often.
    const likely = fc.tuple(fc.shuffledSubarray([...usual], { minLength: 5 }), anyActs).map(([steps, rest]) =>
      [...steps.map((name) => ({ name, by: 'x', at: '' })), ...rest].map((act, index) => ({
        ...act,
        number: index + 1,
      })),
    )
    fc.assert(
      fc.property(fc.oneof(anyActs, likely), anyMatches, anyChoice, (any, matches, certificate) => {
        const list = any as Act<'volunteers'>[]
        const got = state(list, matches, certificate)
        if (got !== 'free' && got !== 'matched') return
        reached++
        expect(certificate).not.toBe('undecided')
        const undone = new Set(list.filter((act) => act.name === 'undo').map((act) => act.detail))
        const there = new Set(list.filter((act) => !undone.has(String(act.number))).map((act) => act.name))
        for (const name of onHerWay) expect(there).toContain(name)
        if (certificate === 'required') expect(there).toContain('see-certificate')
      }),
      { numRuns: 1000, seed: 20261121 },
    )
    expect(reached).toBeGreaterThan(20)
  })

  test('opens a volunteer who has closed without an act that may open her', () => {
    const { close, open } = closings.volunteers
    const isIn = (names: readonly string[]) => (act: Act<'volunteers'>) => names.includes(act.name)
    let closed = 0
    fc.assert(
      fc.property(anyActs, anyMatches, (list, matches) => {
        if (!list.some(isIn(close)) || list.some(isIn(open))) return
        closed++
        expect(closedVolunteerStates).toContain(state(list, matches))
      }),
      { numRuns: 500, seed: 20261121 },
    )
    expect(closed).toBeGreaterThan(50)
  })
})
