import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, test } from 'vitest'
import { listDeadLinks, replaceDeadLinks } from '#db/dead-links.ts'
import { deadLinks } from '#intake/dead-links.ts'
import { reminders } from '#intake/reminders.ts'
import type { KeptTexts, RoundPremises } from '#intake/round.ts'
import { openTexts } from '#server/texts.ts'
import { databases, now } from '../db/databases.ts'
import { addPerson, listMail, openDesk, sender } from './desk.ts'

const monday = Temporal.Instant.from('2026-11-23T07:00:00Z')
const folder = await mkdtemp(join(tmpdir(), 'pusterom-texts-'))
afterAll(() => rm(folder, { recursive: true }))

async function write(path: string, front: string, body = '') {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, path.endsWith('.mdx') ? `---\n${front}\n---\n${body}` : front)
}
await write(
  'pages/nb/rights/avlastning.mdx',
  'title: Avlastning\nowner: tildelingskontoret\nreviewBy: 2026-11-23',
)
await write('pages/nb/rights/bpa.mdx', 'title: BPA\nowner: koordinator\nreviewBy: 2026-11-24')
await write('pages/nb/adults/demens.mdx', 'title: Demens', 'Les [mer](https://borte.example/side#del).')
await write(
  'municipalities/fjordvik/cafes/kafe.yaml',
  'title: Kafé Etter-På\nwebsite: https://er-her.example',
)

const gone = { url: 'https://borte.example/side', reason: 'svarer 404' }
const kept = openTexts({ municipality: 'fjordvik', folder: async () => folder, asksOthers: false })

async function open(database: (typeof databases)[number], owners: { role: string; email: string }[] = []) {
  const desk = await openDesk(database)
  await addPerson(desk.db, desk.vault, 'kari@fjordvik.example', 'coordinator')
  const clock = { now: monday }
  const edition = async () => ({ municipality: { owners } }) as never
  const texts: KeptTexts = kept
  const premises: RoundPremises = { ...desk, now: () => clock.now, origin: sender.origin, edition, texts }
  const mails = async () => (await listMail(desk.db, desk.vault)).sort((a, b) => a.to.localeCompare(b.to))
  return { ...desk, clock, premises, mails }
}

describe.each(databases)('On $name the weekly reminder', (database) => {
  test('goes to the mailbox of the page’s owner, once a week, with the page and where to change it', async () => {
    const { premises, mails, clock } = await open(database, [
      { role: 'Tildelingskontoret', email: 'tildeling@fjordvik.example' },
    ])
    await Promise.all([reminders.run(premises), reminders.run(premises)])
    clock.now = monday.add({ hours: 5 })
    await reminders.run(premises)
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ to: 'tildeling@fjordvik.example', subject: 'Tekster å se over' })
    expect(mail?.text).toContain('En tekst på nettstedet må ses over.')
    expect(mail?.text).toContain('«tildelingskontoret»')
    expect(mail?.text).toContain('Avlastning\n- Skulle vært sett over innen 23. november 2026.\n')
    expect(mail?.text).toContain(`${sender.origin}/rettigheter/avlastning/\n`)
    expect(mail?.text).toContain(`${sender.origin}/admin/#/collections/rights/entries/avlastning\n`)
    clock.now = monday.add({ hours: 24 * 7 })
    await reminders.run(premises)
    expect((await mails()).map(({ to }) => to)).toEqual([
      'kari@fjordvik.example',
      'tildeling@fjordvik.example',
      'tildeling@fjordvik.example',
    ])
  })

  test('goes to whoever acts where a role has no mailbox, and names links that no longer answer', async () => {
    const { db, premises, mails } = await open(database)
    await replaceDeadLinks(db, [gone], now)
    await reminders.run(premises)
    const texts = (await mails()).map(({ to, text }) => ({ to, text }))
    expect(texts.map(({ to }) => to)).toEqual(['kari@fjordvik.example', 'kari@fjordvik.example'])
    expect(texts.map(({ text }) => text).join()).toContain(
      'Demens\n- En lenke virker ikke: https://borte.example/side (svarer 404).',
    )
  })

  test('is silent on other days, and when there is nothing to look over', async () => {
    const { premises, mails, clock } = await open(database)
    clock.now = monday.add({ hours: 24 })
    await reminders.run(premises)
    clock.now = monday
    await reminders.run({ ...premises, texts: { upkeep: async () => [] } })
    expect(await mails()).toEqual([])
  })

  test('finds addresses that are gone, and forgets them when they answer again', async () => {
    const { db, premises } = await open(database)
    const ask = (found: readonly (typeof gone)[]) =>
      deadLinks.run({ ...premises, texts: { ...kept, askLinks: async () => found } })
    await ask([gone])
    expect(await listDeadLinks(db)).toEqual([gone])
    await deadLinks.run(premises)
    expect(await listDeadLinks(db)).toEqual([gone])
    await ask([])
    expect(await listDeadLinks(db)).toEqual([])
  })
})

test('other hosts are left in peace by a demonstration', () => {
  expect(kept.askLinks).toBeUndefined()
  expect(
    openTexts({ municipality: 'fjordvik', folder: async () => folder, asksOthers: true }).askLinks,
  ).toBeDefined()
})
