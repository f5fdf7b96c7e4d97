import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeBackup } from '#backup/backup.ts'
import { restoreBackup } from '#backup/restore.ts'
import { verifyAudit } from '#db/audit-verify.ts'
import { type Database, type OpenOptions, openDatabase } from '#db/open.ts'
import { rotateKeys } from '#db/rotate.ts'
import { atOneMoment, countRows, readRows } from '#db/snapshot.ts'
import { listStaff } from '#db/staff.ts'
import { listSubmissions } from '#db/submissions.ts'
import { databases, now, openFresh, type TestDatabase } from '../db/databases.ts'
import { emptyFolder, newRecipient, settleIn, submit } from './deployment.ts'

const newKey = Buffer.alloc(32, 8)
const plan = { municipality: 'fjordvik', now, days: 30 }

/** Reads what was restored, with whichever keys. */
async function readAt<T>(
  options: OpenOptions,
  read: (opened: Awaited<ReturnType<typeof openDatabase>>) => T,
) {
  const opened = await openDatabase(options)
  try {
    return await read(opened)
  } finally {
    await opened.close()
  }
}

async function backedUp(database: TestDatabase, count = 3) {
  const opened = await openFresh(database)
  await settleIn(opened, count)
  const who = await newRecipient()
  const folder = emptyFolder()
  const made = await makeBackup({ ...plan, db: opened.db, folder, recipient: who.recipient })
  return { ...opened, ...who, folder, ...made }
}

const rowsOf = (db: Database) =>
  atOneMoment(db, async (trx) => {
    const rows: string[] = []
    for await (const row of readRows(trx)) rows.push(JSON.stringify(row))
    return rows.sort()
  })

const pairs = databases.flatMap((from) => databases.map((to) => ({ from, to })))

describe.each(pairs)('A backup from $from.name', ({ from, to }) => {
  test(`restores to an empty ${to.name} with the right key`, async () => {
    const { file, identityFile, rows, db } = await backedUp(from, 603)
    expect(rows).toBe(await countRows(db))
    const options = await to.options()
    await restoreBackup({ options, file, identityFile })
    await readAt(options, async ({ db, vault }) => {
      const names = (await listSubmissions(db, vault, { limit: 1000 })).map((each) => each.answers[0]?.text)
      expect(names).toHaveLength(603)
      expect(names).toContain('Solveig Fjordnes 603')
      expect(await listStaff(db, vault)).toMatchObject([{ name: 'Ragnhild Strand' }])
      expect(await verifyAudit(db)).toMatchObject({ end: { number: 2 }, problem: undefined })
      await expect(
        db
          .insertInto('sessions')
          .values({ token_hash: 'a', staff_id: 'nobody' } as never)
          .execute(),
      ).rejects.toThrow()
    })
  })
})

describe.each(databases)('On $name a backup', (database) => {
  test('restores with the key it was made with after that was replaced, and not with a wrong one', async () => {
    const { file, identityFile, options: before } = await backedUp(database)
    const options = await database.options()
    const restore = (keys: { key: Buffer; previousKey?: Buffer }) =>
      restoreBackup({ options: { ...options, ...keys }, file, identityFile })
    await expect(restore({ key: newKey })).rejects.toThrow(/PUSTEROM_KEY.+expected the key/)
    await restore({ key: newKey, previousKey: before.key })
    const count = await readAt({ ...options, key: newKey, previousKey: before.key }, async (opened) => {
      await rotateKeys(opened.db, opened.vault, { now: () => now })
      return (await listSubmissions(opened.db, opened.vault)).length
    })
    expect(count).toBe(3)
    expect(
      await readAt({ ...options, key: newKey }, async ({ db, vault }) => listSubmissions(db, vault)),
    ).toHaveLength(3)
  })

  test('is refused by a database that is in use, and changes nothing there', async () => {
    const { file, identityFile } = await backedUp(database)
    const other = await openFresh(database)
    await submit(other, 'Torgunn Lyktestad')
    const before = await rowsOf(other.db)
    const { options } = other
    await expect(restoreBackup({ options, file, identityFile })).rejects.toThrow(/expected an empty database/)
    expect(await rowsOf(other.db)).toEqual(before)
  })

  test('is refused by another municipality, another identity, when cut off and when it is something else', async () => {
    const { file, identityFile } = await backedUp(database)
    const options = await database.options()
    const refused = (change: object, words: RegExp) =>
      expect(restoreBackup({ options, file, identityFile, ...change })).rejects.toThrow(words)
    await refused({ options: { ...options, municipality: 'hamar' } }, /MUNICIPALITY: expected fjordvik/)
    await refused({ identityFile: (await newRecipient()).identityFile }, /does not open/)
    const other = join(emptyFolder(), 'other')
    writeFileSync(other, 'hello')
    await refused({ file: other }, /does not open/)
    truncateSync(file, statSync(file).size - 20)
    await refused({}, /cut off/)
    const whole = await backedUp(database)
    await restoreBackup({ options, file: whole.file, identityFile: whole.identityFile })
  })

  test('opens no session and sends no mail again', async () => {
    const opened = await openFresh(database)
    await settleIn(opened, 1)
    const { db, vault } = opened
    const [person] = await listStaff(db, vault)
    const at = '2026-11-21T08:00:00.000Z'
    const session = { token_hash: 'a', staff_id: person?.id ?? '', started_at: at, seen_at: at, way: 'link' }
    await db
      .insertInto('sessions')
      .values(session as never)
      .execute()
    await db
      .insertInto('outbox')
      .values({ id: 'm', kind: 'receipt', created_at: at, due_at: at, attempts: 0 })
      .execute()
    const who = await newRecipient()
    const made = await makeBackup({ ...plan, db, folder: emptyFolder(), recipient: who.recipient })
    const options = await database.options()
    await restoreBackup({ options, ...made, ...who })
    await readAt(options, async ({ db }) => {
      expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([])
      const [mail] = await db.selectFrom('outbox').selectAll().execute()
      expect(mail).toMatchObject({ id: 'm', problem: expect.stringContaining('may have been sent') })
      expect(mail?.given_up_at).not.toBeNull()
    })
  })

  test('is made while others write, and sees one moment', async () => {
    const opened = await openFresh(database)
    await settleIn(opened, 600)
    const other = await openDatabase(opened.options)
    const who = await newRecipient()
    let written = false
    const made = await makeBackup({
      ...plan,
      ...who,
      db: opened.db,
      folder: emptyFolder(),
      progress: () => {
        if (!written) void submit(other, 'Meanwhile').then(() => undefined)
        written = true
      },
    })
    await expect.poll(() => countRows(other.db)).toBeGreaterThan(made.rows)
    await other.close()
    const options = await database.options()
    await restoreBackup({ options, ...made, ...who })
    expect(await readAt(options, async ({ db, vault }) => listSubmissions(db, vault))).toHaveLength(600)
  })

  test('holds neither answers nor the master key in clear, and only its owner may read it', async () => {
    const { file, options } = await backedUp(database)
    const bytes = readFileSync(file)
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    expect(bytes.includes('Solveig')).toBe(false)
    expect(bytes.includes(options.key.toString('base64'))).toBe(false)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})

test('A backup goes when its days are over, and other files stay', async () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('expected a database')
  const { db, folder, recipient, file } = await backedUp(sqlite)
  const killed = 'pusterom-fjordvik-20261120T080000Z.backup.age.0a1b.part'
  for (const name of ['pusterom-hamar-20200101T000000Z.backup.age', 'notes.txt', killed])
    writeFileSync(join(folder, name), '')
  const later = (days: number) =>
    makeBackup({ ...plan, db, folder, recipient, now: now.add({ hours: 24 * days }).add({ seconds: 1 }) })
  expect((await later(29)).expired).toEqual([killed])
  expect((await later(30)).expired).toEqual([file.split('/').at(-1)])
  expect(readdirSync(folder).sort()).toEqual([
    'notes.txt',
    'pusterom-fjordvik-20261220T080001Z.backup.age',
    'pusterom-fjordvik-20261221T080001Z.backup.age',
    'pusterom-hamar-20200101T000000Z.backup.age',
  ])
})
