import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { listSubmissions } from '#db/submissions.ts'
import { countAttempt } from '#db/throttles.ts'
import { keyField } from '#forms/view.ts'
import { purge } from '#intake/purge.ts'
import { receive } from '#intake/receive.ts'
import { databases } from '../db/databases.ts'
import { fields, solveig, volunteerForm } from '../forms/fjordvik.ts'
import { openDesk, sender } from './desk.ts'

const at = (text: string) => () => Temporal.Instant.from(text)

type Desk = Awaited<ReturnType<typeof openDesk>>

async function purgeAt(desk: Desk, text: string): Promise<number> {
  return (
    await purge({ ...desk, now: at(text), municipality: { retention: {}, archiveBeforePurge: undefined } })
  ).removed
}

describe.each(databases)('On $name', (database) => {
  test('answers stay for the whole of their time, and go with their keys when it is over', async () => {
    const desk = await openDesk(database)
    const { db, vault } = desk
    await receive(
      { ...desk, now: at('2025-03-30T10:00:00Z') },
      sender,
      volunteerForm(),
      fields({ ...solveig, [keyField]: 'old' }),
    )
    await receive(
      { ...desk, now: at('2026-02-01T10:00:00Z') },
      sender,
      volunteerForm(),
      fields({ ...solveig, name: 'Torgunn Lyktestad', [keyField]: 'new' }),
    )
    const keys = async () => (await db.selectFrom('record_keys').select('id').execute()).length
    const before = await keys()

    expect(await purgeAt(desk, '2026-03-30T09:59:00Z')).toBe(0)
    expect(await listSubmissions(db, vault)).toHaveLength(2)

    expect(await purgeAt(desk, '2026-03-30T10:01:00Z')).toBe(1)
    const left = await listSubmissions(db, vault)
    expect(left).toHaveLength(1)
    expect(left[0]?.answers[0]?.text).toBe('Torgunn Lyktestad')
    expect(await keys()).toBe(before - 1)
    expect(
      await db.selectFrom('submission_claims').select('submission_id').distinct().execute(),
    ).toHaveLength(1)
  })

  test('answers that were changed very often go as well', async () => {
    const desk = await openDesk(database)
    const { db } = desk
    await receive({ ...desk, now: at('2025-01-01T10:00:00Z') }, sender, volunteerForm(), fields(solveig))
    // More than fit into one query on SQLite, which takes fewest.
    const times = sql`with recursive times(i) as (select 2 union all select i + 1 from times where i < 33000)`
    await sql`insert into record_keys (id, wrapped) ${times} select 'k' || i, (select wrapped from record_keys limit 1) from times`.execute(
      db,
    )
    await sql`insert into submission_versions (submission_id, version, answers_fingerprint, received_at, key_id, sealed)
      ${times} select submission_id, i, '', received_at, 'k' || i, sealed from times, submission_versions`.execute(
      db,
    )
    const count = async () => (await db.selectFrom('record_keys').select('id').execute()).length
    expect(await count()).toBeGreaterThanOrEqual(33_000)
    expect(await purgeAt(desk, '2026-01-01T10:01:00Z')).toBe(1)
    // That of the volunteer she has become.
    expect(await count()).toBe(1)
  })

  test('fingerprints go when their day is over, and not before', async () => {
    const desk = await openDesk(database)
    const { db } = desk
    await receive({ ...desk, now: at('2026-11-20T08:00:00Z') }, sender, volunteerForm(), fields(solveig))
    const attempt = { fingerprint: 'somebody', within: Temporal.Duration.from({ hours: 1 }) }
    await countAttempt(db, { ...attempt, now: at('2026-11-20T08:00:00Z')() })
    const kept = async () => [
      (await db.selectFrom('submission_claims').where('expires_at', 'is not', null).selectAll().execute())
        .length,
      (await db.selectFrom('throttles').selectAll().execute()).length,
    ]
    await purgeAt(desk, '2026-11-21T07:59:00Z')
    expect(await kept()).toEqual([1, 1])
    await purgeAt(desk, '2026-11-21T08:00:00Z')
    expect(await kept()).toEqual([0, 0])
    expect(await db.selectFrom('submission_claims').selectAll().execute()).toHaveLength(1)
  })

  test('answers that were changed are counted from the change', async () => {
    const desk = await openDesk(database)
    const post = (now: string, name: string) =>
      receive(
        { ...desk, now: at(now) },
        sender,
        volunteerForm(),
        fields({ ...solveig, name, [keyField]: 'same' }),
      )
    await post('2025-01-01T10:00:00Z', 'Solveig Fjordnes')
    await post('2025-09-01T10:00:00Z', 'Solveig Fjordnes-Vik')
    expect(await purgeAt(desk, '2026-08-31T10:00:00Z')).toBe(0)
    expect(await purgeAt(desk, '2026-09-02T10:00:00Z')).toBe(1)
    expect(await desk.db.selectFrom('submission_versions').select('version').execute()).toEqual([])
  })
})
