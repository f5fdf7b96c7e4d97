/** A server that dies at any moment, as in a power cut, while people send. */
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { verifyAudit } from '#db/audit-verify.ts'
import { openDatabase } from '#db/open.ts'
import { addStaff } from '#db/staff.ts'
import { readReference } from '#forms/reference.ts'
import { keyField } from '#forms/view.ts'
import { newFormKey } from '#intake/form-key.ts'
import { databases, now, openFresh } from '../db/databases.ts'
import { type RunningSite, startSite } from '../site-server.ts'
import { wordOf } from './filled-in.ts'
import { patience, say, size } from './size.ts'

type Opened = Awaited<ReturnType<typeof openFresh>>
const { kills, postsPerKill } = size

/** Sends from 16 at once until nothing is left or nobody answers, and notes each receipt that was shown. */
async function sendAll(
  origin: string,
  left: Map<string, string>,
  receipts: Map<string, string>,
  enough: () => boolean,
) {
  const queue = [...left]
  const sendOne = async () => {
    for (let next = queue.pop(); next && !enough(); next = queue.pop()) {
      const [key, body] = next
      const answer = await fetch(`${origin}/bli-frivillig/`, {
        method: 'POST',
        body: new URLSearchParams(body),
        redirect: 'manual',
      }).catch(() => undefined)
      if (!answer) return
      expect(answer.status).toBe(303)
      const shown = /kvittering\/([\w-]+)\//.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
      receipts.set(key, readReference(shown) ?? '')
      left.delete(key)
    }
  }
  await Promise.all(Array.from({ length: 16 }, sendOne))
}

/** Everybody who has seen a receipt is in the database, with mail to the coordinator, and the database is whole. */
async function expectKept({ options }: Opened, receipts: ReadonlyMap<string, string>) {
  const { db, close } = await openDatabase(options)
  const kept = await db
    .selectFrom('submissions')
    .innerJoin('outbox', 'outbox.submission_id', 'submissions.id')
    .innerJoin('volunteers', 'volunteers.submission_id', 'submissions.id')
    .select('reference')
    .execute()
  const references = new Set(kept.map(({ reference }) => reference))
  expect([...receipts.values()].filter((each) => !references.has(each))).toEqual([])
  // A notice to the coordinator and a confirmation to the person.
  expect(kept).toHaveLength(2 * references.size)
  expect((await verifyAudit(db)).problem).toBeUndefined()
  if (options.databaseUrl === undefined) {
    expect((await sql`pragma integrity_check`.execute(db)).rows).toEqual([{ integrity_check: 'ok' }])
    expect((await sql`pragma foreign_key_check`.execute(db)).rows).toEqual([])
  }
  await close()
  return references.size
}

const start = ({ options }: Opened): Promise<RunningSite> =>
  startSite('fjordvik', {
    PUSTEROM_DATA: options.dataFolder,
    PUSTEROM_KEY: options.key.toString('base64'),
    ...(options.databaseUrl && { DATABASE_URL: options.databaseUrl }),
  })

describe.each(databases)('On $name', (database) => {
  test(`a server killed ${kills} times, each time at random in ${postsPerKill} posts, has what it gave a receipt for, once`, {
    timeout: patience,
  }, async () => {
    const opened = await openFresh(database)
    const { db, vault } = opened
    await addStaff(db, vault, { name: 'R', email: 'r@fjordvik.example', role: 'coordinator', now })
    await opened.close()
    const receipts = new Map<string, string>()
    const left = new Map<string, string>()
    for (let round = 0; round < kills; round++) {
      for (let each = 0; each < postsPerKill; each++) {
        const key = newFormKey({ vault, now: () => now })
        const word = wordOf(round * postsPerKill + each)
        const typed = { [keyField]: key, name: word, email: `${word}@hjemme.example`, area: 'Åsen' }
        left.set(key, String(new URLSearchParams(typed)))
      }
      const site = await start(opened)
      const last = receipts.size + randomInt(1, postsPerKill)
      let killed: Promise<void> | undefined
      const isEnough = () => {
        if (receipts.size >= last) killed ??= site.kill()
        return killed !== undefined
      }
      await sendAll(site.origin, left, receipts, isEnough)
      await (killed ?? site.kill())
      const kept = await expectKept(opened, receipts)
      say(`killed ${round + 1} of ${kills}: ${receipts.size} receipts, ${kept} kept`)
    }
    // Whoever saw no receipt sends once more, and nobody is there twice.
    const site = await start(opened)
    await sendAll(site.origin, left, receipts, () => false)
    await site.stop()
    expect(receipts.size).toBe(kills * postsPerKill)
    expect(new Set(receipts.values()).size).toBe(receipts.size)
    expect(await expectKept(opened, receipts)).toBe(receipts.size)
  })
})
