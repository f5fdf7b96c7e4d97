import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readAgeFile } from '#backup/age-file.ts'
import { listAuditLines } from '#db/audit.ts'
import { verifyAudit } from '#db/audit-verify.ts'
import { listSubmissions } from '#db/submissions.ts'
import { listPurgeable, type PurgePlan, purge } from '#intake/purge.ts'
import { emptyFolder, newRecipient, settleIn, submit } from '../backup/deployment.ts'
import { databases, now, openFresh, type TestDatabase } from '../db/databases.ts'

const longAgo = Temporal.Instant.from('2024-01-01T08:00:00Z')

/** Somebody whose time is up, and three whose time is not. */
async function withOldAnswers(database: TestDatabase) {
  const opened = await openFresh(database)
  await settleIn(opened, 3)
  const id = await submit(opened, 'Torgunn Lyktestad', longAgo)
  const { db, vault, options } = opened
  const municipality = { retention: {}, archiveBeforePurge: undefined }
  const plan: PurgePlan = { db, vault, now: () => now, municipality, patience: { limit: 30_000, pause: 20 } }
  return { ...opened, id, plan, ...(await onDisk(opened, id, options.dataFolder)) }
}

/** What lies on the disk of somebody's answers, byte by byte: the sealed text and the key that opens it. */
async function onDisk({ db }: Awaited<ReturnType<typeof openFresh>>, id: string, folder: string) {
  const { sealed, wrapped } = await db
    .selectFrom('submission_versions')
    .innerJoin('record_keys', 'record_keys.id', 'submission_versions.key_id')
    .where('submission_id', '=', id)
    .select(['sealed', 'wrapped'])
    .executeTakeFirstOrThrow()
  const files = () => readdirSync(folder).filter((name) => name.startsWith('pusterom.sqlite'))
  const holds = (bytes: Uint8Array) =>
    files().some((name) => readFileSync(join(folder, name)).includes(Buffer.from(bytes)))
  return { remains: () => ({ text: holds(sealed), key: holds(wrapped), id: holds(Buffer.from(`${id}/`)) }) }
}

const sqlite = databases.filter(({ name }) => name === 'SQLite')

describe.each(sqlite)('On the disk of $name', (database) => {
  test('text and key are there before a purge and nowhere after it', async () => {
    const { plan, remains } = await withOldAnswers(database)
    expect(remains()).toMatchObject({ text: true, key: true })
    expect(await purge(plan)).toEqual({ removed: 1, archived: undefined })
    expect(remains()).toEqual({ text: false, key: false, id: false })
  })

  test('they stay in the log while a reader is in the way, and go when it leaves', async () => {
    const { plan, remains, options } = await withOldAnswers(database)
    const reader = new DatabaseSync(join(options.dataFolder, 'pusterom.sqlite'), { readOnly: true })
    reader.exec('begin')
    reader.prepare('select count(*) from submissions').get()
    const purging = purge(plan)
    await expect.poll(() => listPurgeable(plan)).toEqual([])
    expect(remains()).toMatchObject({ text: true, key: true })
    reader.exec('commit')
    await purging
    expect(remains()).toEqual({ text: false, key: false, id: false })
    reader.close()
  })

  test('a reader that never leaves fails the purge aloud, and the next one ends it', async () => {
    const { plan, remains, options } = await withOldAnswers(database)
    const reader = new DatabaseSync(join(options.dataFolder, 'pusterom.sqlite'), { readOnly: true })
    reader.exec('begin')
    reader.prepare('select count(*) from submissions').get()
    await expect(purge({ ...plan, patience: { limit: 100, pause: 20 } })).rejects.toThrow(/open for reading/)
    reader.close()
    expect(await purge(plan)).toMatchObject({ removed: 0 })
    expect(remains()).toEqual({ text: false, key: false, id: false })
  })
})

describe.each(databases)('On $name a purge', (database) => {
  test('leaves neither row nor key, says in the log which rows went, and keeps the others', async () => {
    const { plan, db, vault, id } = await withOldAnswers(database)
    const keys = async () => (await db.selectFrom('record_keys').select('id').execute()).length
    expect(await keys()).toBe(5)
    expect(await listPurgeable(plan)).toMatchObject([{ form: 'volunteer', id }])
    expect((await purge(plan)).removed).toBe(1)
    expect(await keys()).toBe(4)
    expect(await listSubmissions(db, vault)).toHaveLength(3)
    expect(await listAuditLines(db, { table: 'submissions', row: id })).toMatchObject([
      { act: 'purge', actor: 'system' },
    ])
    expect((await verifyAudit(db)).problem).toBeUndefined()
  })

  test('keeps answers as long as the municipality says', async () => {
    const { plan } = await withOldAnswers(database)
    const purgeable = async (months: number) =>
      (
        await listPurgeable({
          ...plan,
          municipality: { ...plan.municipality, retention: { volunteer: months } },
        })
      ).length
    expect([await purgeable(34), await purgeable(35)]).toEqual([1, 0])
  })

  test('archives whole answers before they go, for the archive alone to read', async () => {
    const { plan, id } = await withOldAnswers(database)
    const { recipient, identityFile } = await newRecipient()
    const archiveFolder = join(emptyFolder(), 'archive')
    const municipality = { retention: {}, archiveBeforePurge: recipient }
    const { archived = '' } = await purge({ ...plan, municipality, archiveFolder })
    expect(readFileSync(archived).includes('Torgunn')).toBe(false)
    expect(statSync(archived).mode & 0o777).toBe(0o600)
    const lines: unknown[] = []
    for await (const line of readAgeFile(archived, identityFile)) lines.push(JSON.parse(line))
    expect(lines).toMatchObject([
      { form: 'volunteer', version: 1, answers: [{ question: 'Hva heter du?', text: 'Torgunn Lyktestad' }] },
    ])
    const acts = (await listAuditLines(plan.db, { table: 'submissions', row: id })).map(({ act }) => act)
    expect(acts).toEqual(['archive', 'purge'])
  })

  test('deletes nothing when the archive cannot be written', async () => {
    const { plan } = await withOldAnswers(database)
    const { recipient } = await newRecipient()
    const municipality = { retention: {}, archiveBeforePurge: recipient }
    await expect(purge({ ...plan, municipality })).rejects.toThrow(/expected a disk to archive to/)
    const inTheWay = '/dev/null/archive'
    expect(existsSync('/dev/null')).toBe(true)
    await expect(purge({ ...plan, municipality, archiveFolder: inTheWay })).rejects.toThrow()
    expect(await listPurgeable(plan)).toHaveLength(1)
  })
})
