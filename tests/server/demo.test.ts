import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dueThings } from '#casework/follow-up.ts'
import { referralState, referralStates } from '#casework/referral.ts'
import { certificateOf, volunteerState, volunteerStates } from '#casework/volunteer.ts'
import { countByChannel } from '#db/channels.ts'
import { listHeadCounts } from '#db/head-counts.ts'
import { loadKnown } from '#db/known.ts'
import { listSignUps } from '#db/signed-up.ts'
import { listStaff } from '#db/staff.ts'
import { readEnvironment } from '#env.ts'
import { findMunicipality } from '#publish/municipality.ts'
import { createLog } from '#server/log.ts'
import { openRuntime } from '#server/runtime.ts'
import { letters } from '../../src/commands/demo/letters.ts'
import { courseSignUps, signUps } from '../../src/commands/demo/people.ts'
import { seed } from '../../src/commands/demo/seed.ts'
import { matchStories, referralStories, volunteerStories } from '../../src/commands/demo/stories.ts'

test('the demonstration takes every invented person, and a second start adds nobody', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'demo-'))
  const environment = readEnvironment({
    MUNICIPALITY: 'fjordvik',
    PUSTEROM_DATA: dataFolder,
    PUSTEROM_NOW: '2026-11-21T08:00:00Z',
  })
  const fjordvik = await findMunicipality(environment.contentFolder, 'fjordvik')
  if (!fjordvik) throw new Error('expected Fjordvik in content/municipalities, got nothing')
  const runtime = await openRuntime(environment, createLog({ messages: true }))
  const first = await seed(runtime, fjordvik, 'http://localhost')
  expect(await seed(runtime, fjordvik, 'http://localhost')).toBe(first)

  const rows = await runtime.db
    .selectFrom('submissions')
    .select('received_at')
    .orderBy('received_at')
    .execute()
  const told = volunteerStories.filter(({ answers }) => answers).length + referralStories.length
  expect(rows).toHaveLength(signUps.length + courseSignUps.length + letters.length + told)
  expect(rows.at(-1)?.received_at).toBe('2026-11-21T07:00:00.000Z')
  expect(await listStaff(runtime.db, runtime.vault)).toMatchObject([
    { name: 'Solveig Havørn', role: 'coordinator' },
  ])
  const states = (await listSignUps(runtime.db, runtime.vault, 'varkurs-2027:1')).map(({ state }) => state)
  expect(
    Object.fromEntries([...Map.groupBy(states, (state) => state)].map(([state, all]) => [state, all.length])),
  ).toEqual({
    seated: 15,
    left: 1,
    'to-call': 1,
    waiting: 2,
  })
  const days = { from: '2026-01-01', until: '2026-11-21' }
  const brought = await countByChannel(runtime.db, { forms: ['volunteer', 'course'], ...days })
  expect(brought).toEqual(expect.arrayContaining([{ channel: 'bibliotek', count: 6 }]))
  const counted = await listHeadCounts(runtime.db, days)
  expect(counted.length).toBeGreaterThan(2)
  const known = await loadKnown(runtime.db)
  expect(known.matches).toHaveLength(matchStories.length)
  const certificate = certificateOf(fjordvik)
  const volunteers = new Set(known.volunteers.map((each) => volunteerState({ ...each, certificate })))
  expect(volunteerStates.filter((state) => !volunteers.has(state))).toEqual(['merged', 'erased'])
  const referrals = new Set(known.referrals.map(referralState))
  expect(referralStates.filter((state) => !referrals.has(state))).toEqual(['merged', 'erased'])
  const due = dueThings(known, { now: runtime.now(), certificate })
  expect(new Set(due.filter(({ tone }) => tone !== 'later').map(({ kind }) => kind)).size).toBeGreaterThan(6)
  await runtime.close()
  await rm(dataFolder, { recursive: true })
})
