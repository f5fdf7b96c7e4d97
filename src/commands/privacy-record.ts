/** `npm run privacy-record` writes the generated part of docs/personvern.md from the forms and tables of now. */
import { readFile, writeFile } from 'node:fs/promises'
import { recordFile, withPrivacyRecord } from '#publish/privacy-record.ts'
import { readRecordedForms } from '#publish/recorded-forms.ts'
import { run } from './command.ts'
import { getEnvironment } from './site.ts'

await run(async () => {
  const { contentFolder } = await getEnvironment()
  const document = await readFile(recordFile, 'utf8')
  await writeFile(recordFile, withPrivacyRecord(document, await readRecordedForms(contentFolder)))
  console.log(`Wrote the record of ${recordFile}. Read what has changed before you commit it.`)
})
