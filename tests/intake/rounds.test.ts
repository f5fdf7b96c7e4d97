import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Round, RoundPremises } from '#intake/round.ts'
import { runRounds, startRounds } from '#intake/rounds.ts'
import { databases } from '../db/databases.ts'
import { openDesk, sender } from './desk.ts'

async function openPremises(database: (typeof databases)[number]) {
  const desk = await openDesk(database)
  const clock = { now: desk.now() }
  const premises: RoundPremises = {
    ...desk,
    now: () => clock.now,
    origin: sender.origin,
    edition: async () => undefined,
  }
  const later = (minutes: number) => {
    clock.now = clock.now.add({ minutes })
  }
  return { premises, later }
}

function counting(name: string, everyMinutes: number, act = async () => {}) {
  const round = {
    name,
    everyMinutes,
    times: 0,
    async run() {
      round.times++
      await act()
    },
  }
  return round satisfies Round
}

describe.each(databases)('On $name', (database) => {
  test('a round runs when its time comes, and a failure stops no other', async () => {
    const { premises, later } = await openPremises(database)
    const broken = counting('broken', 1, () => Promise.reject(new Error('broken')))
    const slow = counting('slow', 60)
    const chosen = [broken, slow]
    await runRounds(premises, chosen)
    await runRounds(premises, chosen)
    expect([broken.times, slow.times]).toEqual([1, 1])
    later(1)
    await runRounds(premises, chosen)
    expect([broken.times, slow.times]).toEqual([2, 1])
    later(59)
    await runRounds(premises, chosen)
    expect([broken.times, slow.times]).toEqual([3, 2])
  })

  test('of many that begin at once, one does the work', async () => {
    const { premises } = await openPremises(database)
    const round = counting('once', 5, () => new Promise((resolve) => setTimeout(resolve, 20)))
    await Promise.all(Array.from({ length: 8 }, () => runRounds(premises, [round])))
    expect(round.times).toBe(1)
  })

  test('a round that takes minutes is given up when the process stops, and is then due at once', async () => {
    const { premises } = await openPremises(database)
    const given: (AbortSignal | undefined)[] = []
    const long: Round = {
      name: 'long',
      everyMinutes: 7 * 24 * 60,
      async run({ signal }) {
        given.push(signal)
        if (given.length === 1)
          await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
      },
    }
    const running = startRounds(premises, [long])
    await expect.poll(() => given.length).toBe(1)
    await running.stop()
    await runRounds(premises, [long])
    expect(given).toHaveLength(2)
  })

  test('what failed or was not begun for long is said, and forgotten when it went well again', async () => {
    const { premises, later } = await openPremises(database)
    let ill = true
    const round = counting('moody', 1, async () => {
      if (ill) throw new Error('ill')
    })
    const running = startRounds(premises, [round])
    await expect.poll(running.problem).toBe('failed: moody; look in the log for the reason')
    await running.stop()
    expect(await running.problem()).toBe('not running; restart')

    ill = false
    later(1)
    await runRounds(premises, [round])
    const other = startRounds(premises, [round])
    expect(await other.problem()).toBeUndefined()
    await other.stop()
    const asked = startRounds({ ...premises, now: () => Temporal.Instant.from('2026-11-21T08:01:00Z') }, [])
    expect(await asked.problem()).toBeUndefined()
    await asked.stop()
  })
})
