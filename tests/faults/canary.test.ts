/** What people type is where it is meant to be, and nowhere else. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { makeBackup } from '#backup/backup.ts'
import { keyField } from '#forms/view.ts'
import { newRecipient } from '../backup/deployment.ts'
import { filledIn, formPages } from './filled-in.ts'
import { openHouse } from './house.ts'
import { patience } from './size.ts'

/** Whatever its case. The phone number of the forms follows from the word. */
const canary = 'Kanarifugl'

function filesIn(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
}

test('what is typed stands in no log, address, mail, page of others or file', {
  timeout: patience,
}, async () => {
  const house = await openHouse()
  const secrets = new Set([canary.toLowerCase()])
  const addresses: string[] = []
  const others: string[] = []
  const key = house.newKey()
  for (const page of formPages) {
    const typed = filledIn(page, canary)
    if (typed.phone) secrets.add(typed.phone)
    const sent = { ...typed, [keyField]: page.path.startsWith('/bli-frivillig/') ? key : house.newKey() }
    const { status, to } = await house.post(page.path, sent, {
      'user-agent': canary,
      referer: `http://127.0.0.1/${canary}`,
      'x-forwarded-for': canary,
    })
    expect([page.path, status]).toEqual([page.path, 303])
    // Wrong, so that the page comes back; too long, in another format and unreadable, so that it does not.
    const wrong = await house.post(page.path, {
      ...typed,
      name: canary,
      unit: '',
      message: '',
      phone: canary,
      topic: '',
    })
    expect([200, 303, 410, 422]).toContain(wrong.status)
    addresses.push(to, wrong.to)
    const post = { method: 'POST', body: JSON.stringify({ name: canary }) }
    for (const type of ['text/xml', 'multipart/form-data; boundary=x'])
      others.push((await house.ask(page.path, { ...post, headers: { 'content-type': type } })).text)
    const broken = { ...post, body: `{"${canary}`, headers: { 'content-type': 'application/json' } }
    others.push((await house.ask(page.path, broken)).text)
    others.push((await house.post(page.path, { name: canary.repeat(7000) })).text)
    others.push((await house.post(page.path, typed, { origin: `https://${canary}.example` })).text)
    others.push((await house.ask(to.replace(/#.*/, ''))).text, (await house.ask(page.path)).text)
  }
  for (const path of [
    `/${canary}/`,
    `/%${canary}`,
    `/koordinator/${canary}/`,
    `/bli-frivillig/kvittering/${canary}/`,
  ])
    others.push((await house.ask(path)).text)
  others.push((await house.ask('/readyz')).text, (await house.ask('/healthz')).text)
  await house.mailSent()

  const { recipient } = await newRecipient()
  const backup = { folder: join(house.dataFolder, 'backup'), recipient, days: 30 }
  await makeBackup({ ...house, ...backup, municipality: 'fjordvik', now: house.now() })
  const files = filesIn(house.dataFolder)

  // The premise: it is all there for who may see it.
  const list = await house.look('/koordinator/innsendinger/')
  const [, detail = ''] = /href="(\/koordinator\/innsendinger\/[\w-]+\/)"/.exec(list.text) ?? []
  expect((await house.look(detail)).text).toContain(canary)
  expect(house.lines.length).toBeGreaterThan(formPages.length)
  expect(files.length).toBeGreaterThan(2)

  // And when everything fails.
  await house.db.schema.dropTable('outbox').execute()
  for (const page of formPages) {
    const { status, text } = await house.post(page.path, filledIn(page, `${canary}x`))
    expect([page.path, status]).toEqual([page.path, page.form.furtherTo ? 410 : 503])
    expect(text).toContain('Vi har ikke mottatt svarene dine')
  }
  others.push((await house.ask('/readyz')).text)

  const mails = await Promise.all(house.mails.map((bytes) => PostalMime.parse(bytes)))
  const toHer = mails.filter(({ to }) => to?.[0]?.address === `${canary.toLowerCase()}@hjemme.example`)
  expect(toHer.length).toBeGreaterThan(0)
  const said = mails.flatMap(({ subject, text, html, attachments, headers, to }) => [
    `${subject}${text}${html}`,
    ...attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString('latin1')),
    ...headers.filter(({ key }) => key !== 'to').map(({ key, value }) => `${key}: ${value}`),
    ...(to ?? []).map(({ name }) => name),
  ])
  const holds = (text: string) => [...secrets].some((secret) => text.toLowerCase().includes(secret))
  for (const [where, texts] of Object.entries({
    log: house.lines,
    addresses,
    others,
    mail: said,
    files: files.map((bytes) => bytes.toString('latin1')),
  })) {
    expect(texts.length, where).toBeGreaterThan(0)
    expect(texts.filter(holds), where).toEqual([])
  }
})
