import { describe, expect, test } from 'vitest'
import type { Happening } from '#publish/journal.ts'
import { type BuiltState, publishStates } from '#publish/publish-state.ts'

/** Newest first, as git lists them. */
const commits = ['d', 'c', 'b', 'a']
const at = (minute: number) => `2026-11-21T08:0${minute}:00Z`
const live = (texts: string, minute: number): Happening => ({ what: 'live', texts, at: at(minute) })
const stopped = (texts: string, minute: number): Happening => {
  const stops = [{ path: 'content/pages/nb/front.yaml', title: 'Forsiden', message: 'Feltet mangler.' }]
  return { what: 'stopped', texts, at: at(minute), stops }
}
const statesOf = (built: Partial<BuiltState>) =>
  publishStates(commits, {
    live: undefined,
    building: undefined,
    refused: undefined,
    held: [],
    past: [],
    ...built,
  })
const kindsOf = (built: Partial<BuiltState>) => statesOf(built).map(({ is }) => is)

describe('a save', () => {
  test('waits until a build begins, and everything below what is live is live', () => {
    expect(kindsOf({})).toEqual(['saved', 'saved', 'saved', 'saved'])
    expect(kindsOf({ live: 'b' })).toEqual(['saved', 'saved', 'live', 'live'])
    expect(kindsOf({ live: 'd' })).toEqual(['live', 'live', 'live', 'live'])
  })

  test('is live since the first build that held it', () => {
    const past = [live('a', 1), live('c', 3), live('d', 5)]
    const states = statesOf({ live: 'd', past })
    expect(states.map((each) => 'at' in each && each.at)).toEqual([at(5), at(3), at(3), at(1)])
  })

  test('is on its way with the build of a newer one, and one that came later waits', () => {
    expect(kindsOf({ live: 'a', building: { commit: 'c', at: at(2) } })).toEqual([
      'saved',
      'building',
      'building',
      'live',
    ])
  })

  test('is stopped with what stops it, until another build begins', () => {
    const past = [live('a', 1), stopped('c', 2)]
    const states = statesOf({ live: 'a', past })
    expect(states.map(({ is }) => is)).toEqual(['saved', 'stopped', 'stopped', 'live'])
    expect(states[1]).toMatchObject({ at: at(2), stops: [{ title: 'Forsiden' }] })
    const again = { commit: 'd', at: at(3) }
    expect(kindsOf({ live: 'a', past, building: again })).toEqual([
      'building',
      'building',
      'building',
      'live',
    ])
  })

  test('that somebody went back from is taken back, and a newer one is not', () => {
    const past = [live('c', 1), live('b', 2)]
    expect(kindsOf({ live: 'b', refused: 'c', past })).toEqual(['saved', 'taken-back', 'live', 'live'])
  })

  test('that is published again is live since then, and what stayed is live since the first time', () => {
    const past = [live('a', 1), live('c', 2), live('b', 3), live('c', 4), live('d', 5)]
    const states = statesOf({ live: 'd', past })
    expect(states.map((each) => 'at' in each && each.at)).toEqual([at(5), at(4), at(2), at(1)])
  })

  test('older than everything that is asked for changes nothing', () => {
    expect(kindsOf({ live: 'long ago', past: [stopped('long ago', 1)] })).toEqual(Array(4).fill('saved'))
  })
})
