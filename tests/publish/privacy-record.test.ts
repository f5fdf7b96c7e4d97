import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listTables } from '#db/snapshot.ts'
import { definitions } from '#forms/forms.ts'
import { keptTables } from '#publish/kept-tables.ts'
import { recordFile, withPrivacyRecord } from '#publish/privacy-record.ts'
import { readRecordedForms } from '#publish/recorded-forms.ts'
import { databases, openFresh } from '../db/databases.ts'

const document = readFileSync(recordFile, 'utf8')

test('The processing record is that of the forms and tables of now; if not, run npm run privacy-record', async () => {
  expect(document).toBe(withPrivacyRecord(document, await readRecordedForms('content')))
})

test('It names every form and every question', async () => {
  const forms = await readRecordedForms('content')
  expect(forms.map(({ definition }) => definition.key)).toEqual(definitions.map(({ key }) => key))
  for (const { words } of forms) {
    expect(document).toContain(`### ${words.title}\n`)
    for (const { label } of Object.values(words.questions)) expect(document).toContain(`- ${label}`)
  }
})

test('It lags behind as soon as a question has other words', async () => {
  const [first, ...others] = await readRecordedForms('content')
  if (!first) throw new Error('expected forms')
  const changed = { ...first, words: { ...first.words, title: 'Noe helt annet' } }
  expect(withPrivacyRecord(document, [changed, ...others])).not.toBe(document)
})

test.each(databases)('It names every table that $name has', async (database) => {
  const { db } = await openFresh(database)
  expect(Object.keys(keptTables).sort()).toEqual(await listTables(db))
})
