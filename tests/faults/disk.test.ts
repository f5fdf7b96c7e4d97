/** A disk without room, behind the running server: nobody is told a lie, and nobody writes twice. */
import { execFileSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { keyField } from '#forms/view.ts'
import { type FormPage, filledIn, formPages, wordOf } from './filled-in.ts'
import { openHouse } from './house.ts'
import { isLong, patience } from './size.ts'

type House = Awaited<ReturnType<typeof openHouse>>
const page = formPages.find(({ path }) => path === '/ta-en-kaffe/') as FormPage

/** Sends until three in a row are refused, makes room, and sends those three once more. */
async function fillUp(house: House, makeRoom: () => unknown) {
  const refused: Record<string, string>[] = []
  let received = 0
  for (let number = 0; refused.length < 3; number++) {
    const typed = { ...filledIn(page, wordOf(number)), ownWords: 'Ring helst om kvelden. '.repeat(100) }
    const sent = { ...typed, [keyField]: house.newKey() }
    const { status, text } = await house.post(page.path, sent)
    if (status === 303) {
      received++
      // The last pages take a short one yet.
      refused.length = 0
      continue
    }
    expect(status).toBe(503)
    expect(text).toContain('Vi har ikke mottatt svarene dine')
    expect(text).toContain('55 50 01 10')
    for (const box of page.freeBoxes) expect(text).toContain(sent[box as keyof typeof sent])
    refused.push(sent)
  }
  expect(received).toBeGreaterThan(0)
  const count = async () => (await house.db.selectFrom('submissions').select('id').execute()).length
  const before = await count()
  await makeRoom()
  const receipts = []
  for (const sent of [...refused, ...refused]) receipts.push((await house.post(page.path, sent)).to)
  expect(new Set(receipts).size).toBe(3)
  expect(await count()).toBe(before + 3)
  expect((await sql`pragma integrity_check`.execute(house.db)).rows).toEqual([{ integrity_check: 'ok' }])
}

test('without room it says that nothing is received, keeps what was typed, and takes it when there is room', {
  timeout: patience,
}, async () => {
  const house = await openHouse()
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(house.db)
  await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 0) + 20}`).execute(house.db)
  await fillUp(house, () => sql`pragma max_page_count = 1000000`.execute(house.db))
})

if (isLong && mayMount())
  test('so it is on a disk that is truly full', { timeout: patience }, async () => {
    const house = await openHouse({ megabytes: 8 })
    const ballast = join(house.dataFolder, 'ballast')
    const { bavail, bsize } = statfsSync(house.dataFolder)
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 600_000)))
    await fillUp(house, () => rmSync(ballast))
  })

/** A small disk of its own takes an account that may mount one. */
function mayMount(): boolean {
  try {
    execFileSync('mount', ['--fake', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'pipe' })
    return process.getuid?.() === 0
  } catch {
    return false
  }
}
