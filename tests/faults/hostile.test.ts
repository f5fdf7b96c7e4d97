/** What hostile people type, through every box of every form to everywhere that shows it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ical from 'ical.js'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { exportAll } from '#backup/export.ts'
import { cleanLine, cleanText } from '#forms/clean.ts'
import { keyField, trapField } from '#forms/view.ts'
import { corpora, hostileAddresses, mark } from './corpora.ts'
import { type FormPage, filledIn, formPages, wordOf } from './filled-in.ts'
import { openHouse } from './house.ts'
import { isLong, patience } from './size.ts'

type House = Awaited<ReturnType<typeof openHouse>>

/** What must never stand in a page as it was typed: each has a sign that HTML must escape. */
const raw = [...corpora, ...hostileAddresses]
  .flatMap((text) => [text, cleanLine(text), cleanText(text)])
  .filter((text) => /[<>"&]/.test(text))

function expectHarmless(path: string, html: string) {
  // Between quotation marks all but these and & are only text.
  const outside = html.replace(/="[^"]*"/g, '=""')
  const asTyped = raw.filter((text) => (/["&]/.test(text) ? html : outside).includes(text))
  expect([path, asTyped]).toEqual([path, []])
  expect(html, path).not.toMatch(/(href|src|action)="\s*(javascript:|data:(?!image\/svg)|https?:\/\/evil)/i)
  expect(outside, path).not.toMatch(/<[^>]*\s(on\w+|srcdoc)=/i)
}

/** Everything wrong at once: the page comes back with what was typed. */
async function sendWrong(house: House, { path, boxes }: FormPage, text: string) {
  const typed = Object.fromEntries(boxes.map((box) => [box, text]))
  const { status, text: html } = await house.post(path, { ...typed, [trapField]: text, _steg: text })
  expect([200, 303, 410, 422], path).toContain(status)
  expectHarmless(path, html)
  const { text: asked } = await house.ask(
    `${path}?${new URLSearchParams({ ...typed, side: text, nokkel: text })}`,
  )
  expectHarmless(path, asked)
}

/**
 * In all boxes that take anything; then it is received.
 *
 * @returns where the coordinator reads it
 */
async function sendRight(house: House, page: FormPage, text: string, number: number) {
  const free = Object.fromEntries(page.freeBoxes.map((box) => [box, text]))
  const word = wordOf(number)
  // Each its own: nobody gets more than three confirmations a day.
  const address = hostileAddresses[number % hostileAddresses.length]?.replace('@', `${word}@`) ?? ''
  const email: Record<string, string> = 'email' in page.form.definition.questions ? { email: address } : {}
  const key = house.newKey()
  if (page.form.furtherTo) {
    const first = formPages.find(({ form }) => form.definition === page.form.furtherTo?.definition)
    if (!first) throw new Error('expected the first page of the form')
    const begun = await house.post(first.path, { ...filledIn(first, `${word}x`), [keyField]: key })
    expect(begun.status).toBe(303)
    const review = await house.post(page.path, {
      ...filledIn(page, word),
      ...free,
      [keyField]: key,
      _steg: '',
    })
    expect(review.status).toBe(200)
    expect(review.text).toContain(mark)
    expectHarmless(page.path, review.text)
  }
  const sent = { ...filledIn(page, word), ...free, ...email, [keyField]: key }
  const { status, to, text: html } = await house.post(page.path, sent)
  expect([page.path, text, status, html.slice(0, 0)]).toEqual([page.path, text, 303, ''])
  expect(to).not.toContain(mark)
  const receipt = await house.ask(to.replace(/#.*/, ''))
  expect([page.path, receipt.status]).toEqual([page.path, 200])
  expect(receipt.text).not.toContain(mark)
  return `/koordinator/innsendinger/${/kvittering\/([\w-]+)/.exec(to)?.[1]}/`
}

/** Every page of the coordinator's that links lead to. */
async function walk(house: House): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const waiting = ['/koordinator/']
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (seen.has(path)) continue
    const { status, text } = await house.look(path)
    expect([200, 303, 404], path).toContain(status)
    seen.set(path, text)
    for (const [, href = ''] of text.matchAll(/href="(\/koordinator\/[^"#]*)/g))
      waiting.push(href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'))
  }
  return seen
}

async function readMails(house: House) {
  await house.mailSent()
  return Promise.all(house.mails.map((bytes) => PostalMime.parse(bytes)))
}

const cellsOf = (csv: string) =>
  [...csv.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'))

test('what hostile people type harms no page, no mail, no calendar and no spreadsheet', {
  timeout: patience,
}, async () => {
  const house = await openHouse()
  const sent: string[] = []
  for (const [place, page] of formPages.entries())
    for (const text of isLong ? corpora : corpora.filter((_, each) => (each + place) % 3 === 0)) {
      await sendWrong(house, page, text)
      if (page.freeBoxes.length > 0) sent.push(await sendRight(house, page, text, sent.length))
    }

  const pages = await walk(house)
  // First that it is there at all: in each submission, and in the lists.
  for (const path of sent) {
    const { text } = await house.look(path)
    expect(text, path).toContain(mark)
    expectHarmless(path, text)
  }
  expect([...pages.values()].filter((html) => html.includes(mark)).length).toBeGreaterThan(formPages.length)
  for (const [path, html] of pages) expectHarmless(path, html)

  const mails = await readMails(house)
  expect(mails.length).toBeGreaterThan(sent.length)
  const usual =
    /^(from|to|subject|date|message-id|auto-submitted|mime-version|content-(type|transfer-encoding))$/
  let calendars = 0
  for (const { headers, to = [], cc, bcc, subject, text, attachments } of mails) {
    expect(headers.map(({ key }) => key).filter((key) => !usual.test(key))).toEqual([])
    expect([to.length, cc ?? [], bcc ?? []]).toEqual([1, [], []])
    expect(subject + (text ?? '')).not.toContain(mark)
    for (const { content } of attachments) {
      const file = typeof content === 'string' ? content : new TextDecoder().decode(content)
      expect(file).not.toContain(mark)
      expect(new ical.Component(ical.parse(file)).getAllSubcomponents('vevent').length).toBeGreaterThan(0)
      calendars++
    }
  }
  expect(calendars).toBeGreaterThan(0)

  const folder = join(house.dataFolder, 'export')
  await exportAll({ ...house, municipality: 'fjordvik', now: house.now(), folder })
  const tables = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  const cells = tables.flatMap((name) => cellsOf(readFileSync(join(folder, name), 'utf8')))
  expect(cells.filter((cell) => cell.includes(mark)).length).toBeGreaterThan(sent.length)
  expect(cells.filter((cell) => /^[\s\0]*[=+\-@＝＋－＠|%]/.test(cell))).toEqual([])
  expect(house.lines.filter((line) => line.includes(mark))).toEqual([])
})
