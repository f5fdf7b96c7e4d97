/** The coordinator's lists at 2,000 volunteers and 5,000 referrals, as ratios to the same lists at 100. On SQLite. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { dueThings } from '#casework/follow-up.ts'
import { noPreferences } from '#casework/preferences.ts'
import { loadKnown } from '#db/known.ts'
import { type Database, openDatabase } from '#db/open.ts'
import { recordAct } from '#db/record-act.ts'
import { addReferral, listReferrals } from '#db/referrals.ts'
import type { Vault } from '#db/vault.ts'
import { addVolunteer, listVolunteers } from '#db/volunteers.ts'
import { listDue, openDue } from '#intake/casework/due.ts'
import { listFigures, periodOf } from '#intake/casework/figures.ts'

const now = Temporal.Instant.from('2026-11-21T08:00:00Z')
const by = 'solveig'
const period = periodOf(null, now.toZonedDateTimeISO('Europe/Oslo').toPlainDate())
const areas = ['Sentrum', 'Nordbygda', 'Åsen', 'Strandsida'] as const
const areaOf = (index: number) => areas[index % areas.length] ?? ''
const steps = [
  'call',
  'attend-course',
  'hold-talk',
  'sign-cooperation',
  'sign-confidentiality',
  'see-certificate',
] as const

/** As lists grow over the years: of ten, one is somewhere on the way and the others have ended. */
async function fill(trx: Database, vault: Vault, { volunteers, referrals }: Counts) {
  for (let index = 0; index < volunteers; index++) {
    const content = { name: `Kari ${index} Fjordheim`, area: areaOf(index), preferences: noPreferences }
    const id = await addVolunteer(trx, vault, { content, by, now: now.subtract({ hours: index }) })
    const done = index % 10 === 0 ? steps.slice(0, (index / 10) % 7) : ([...steps, 'end'] as const)
    for (const name of done)
      await recordAct(trx, vault, { subject: { table: 'volunteers', id }, name, by, now })
  }
  for (let index = 0; index < referrals; index++) {
    const relative = { name: `Ola ${index} Myrdun`, phone: '+4755500231' }
    const content = { relative, area: areaOf(index), bestTime: [], urgent: false, preferences: noPreferences }
    const referral = { source: 'relative', content, by, now: now.subtract({ hours: index }) } as const
    const id = await addReferral(trx, vault, referral)
    const acts = ['call', 'accept', 'end'] as const
    for (const name of index % 10 === 0 ? acts.slice(0, (index / 10) % 3) : acts)
      await recordAct(trx, vault, { subject: { table: 'referrals', id }, name, by, now })
  }
}

interface Counts {
  readonly volunteers: number
  readonly referrals: number
}

async function measure(counts: Counts): Promise<ReadonlyMap<string, number>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'pusterom-bench-'))
  const key = Buffer.alloc(32, 7)
  const { db, vault, close } = await openDatabase({
    databaseUrl: undefined,
    dataFolder,
    municipality: 'fjordvik',
    key,
    now,
  })
  await db.transaction().execute((trx) => fill(trx, vault, counts))
  const certificate = 'required'
  const times = new Map<string, number>()
  for (const [name, act] of [
    ['volunteers', () => listVolunteers(db, vault, { certificate })],
    ['volunteers who are free', () => listVolunteers(db, vault, { certificate, states: ['free'] })],
    ['volunteers by a search', () => listVolunteers(db, vault, { certificate, search: 'kari 7' })],
    ['referrals', () => listReferrals(db, vault, {})],
    ['referrals that wait', () => listReferrals(db, vault, { states: ['accepted'], order: 'oldest' })],
    ['referrals by a search', () => listReferrals(db, vault, { search: 'ola 7' })],
    ['everything due', async () => dueThings(await loadKnown(db), { now, certificate })],
    [
      'the rows of a day',
      async () => {
        const { red, due } = await listDue(db, { now, certificate, away: false })
        return openDue(db, vault, [...red, ...due].slice(0, 40))
      },
    ],
    ['the figures of a year', () => listFigures(db, vault, { period, certificate, channels: [] })],
  ] as const)
    times.set(name, await median(act))
  await close()
  rmSync(dataFolder, { recursive: true })
  return times
}

async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = -1; round < 7; round++) {
    const start = performance.now()
    await act()
    if (round >= 0) times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[3] ?? 0
}

const few = await measure({ volunteers: 100, referrals: 100 })
const many = await measure({ volunteers: 2000, referrals: 5000 })
console.log(
  `\n${'first page of a list'.padEnd(44)}${'2,000 and 5,000'.padStart(18)}${'100'.padStart(10)}${'ratio'.padStart(9)}`,
)
for (const [name, time] of many) {
  const small = few.get(name) ?? 0
  const ms = (each: number, width: number) => `${each.toFixed(1)} ms`.padStart(width)
  console.log(`${name.padEnd(44)}${ms(time, 18)}${ms(small, 10)}${(time / small).toFixed(2).padStart(9)}`)
}
