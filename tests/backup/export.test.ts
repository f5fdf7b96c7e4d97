import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAgeFile } from '#backup/age-file.ts'
import { cell, csv } from '#backup/csv.ts'
import { exportAll } from '#backup/export.ts'
import { noPreferences } from '#casework/preferences.ts'
import { addVolunteer } from '#db/volunteers.ts'
import { databases, now, openFresh, type TestDatabase } from '../db/databases.ts'
import { emptyFolder, newRecipient, settleIn, submit } from './deployment.ts'

const command = '=HYPERLINK("https://ond.example";"Klikk")'

async function exported(database: TestDatabase, recipient?: string) {
  const opened = await openFresh(database)
  await settleIn(opened, 1)
  await submit(opened, command)
  const content = { name: 'Torgunn Lyktestad', area: 'Sentrum', preferences: noPreferences }
  await opened.db
    .transaction()
    .execute((trx) => addVolunteer(trx, opened.vault, { content, by: 'public', now }))
  const folder = join(emptyFolder(), 'export')
  const files = await exportAll({ ...opened, municipality: 'fjordvik', now, folder, recipient })
  return { folder, files }
}

describe.each(databases)('On $name an export', (database) => {
  test('holds everything that was sealed, in clear, for its owner alone', async () => {
    const { folder, files } = await exported(database)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600)
    const { tables } = JSON.parse(readFileSync(join(folder, 'pusterom.json'), 'utf8'))
    expect(tables.staff).toMatchObject([{ role: 'coordinator', content: { name: 'Ragnhild Strand' } }])
    expect(tables.volunteers).toMatchObject([{ content: { name: 'Torgunn Lyktestad' } }])
    expect(tables.submission_versions).toHaveLength(2)
    expect(tables.audit_lines).toMatchObject([{ act: 'export' }])
  })

  test('holds no key, session or fingerprint', async () => {
    const { folder } = await exported(database)
    const text = readFileSync(join(folder, 'pusterom.json'), 'utf8')
    expect(text).not.toMatch(/key_id|"sealed"|wrapped|_hash"|fingerprint|lookup_key/)
    expect(readdirSync(folder)).not.toContain('record_keys.csv')
  })

  test('has answers under their questions, and nothing that a spreadsheet would run', async () => {
    const { folder } = await exported(database)
    const text = readFileSync(join(folder, 'submission_versions.csv'), 'utf8')
    expect(text.split('\r\n')[0]).toMatch(/^\uFEFF"submission_id";.+"title";"Hva heter du\?"$/)
    expect(text).toContain(`"'=HYPERLINK(""https://ond.example"";""Klikk"")"`)
  })

  test('can be closed to a public key', async () => {
    const { recipient, identityFile } = await newRecipient()
    const { files } = await exported(database, recipient)
    const json = files.find((file) => file.endsWith('pusterom.json.gz.age')) ?? ''
    expect(readFileSync(json).includes('Ragnhild')).toBe(false)
    const lines: string[] = []
    for await (const line of readAgeFile(json, identityFile)) lines.push(line)
    expect(JSON.parse(lines.join('\n')).tables.staff).toHaveLength(1)
  })
})

describe('A cell', () => {
  test.each([
    '=1+1',
    '+47 900 00 000',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    '＝1',
    '|cmd',
    '%0A',
    '\0=1',
  ])('never begins like a formula: %j', (text) => expect(cell(text)).toBe(`"'${text}"`))

  test('keeps quotation marks, semicolons and lines inside', () => {
    expect(csv([{ a: 'si "hei"; nå\nher' }, { b: 2, a: null }])).toBe(
      '\uFEFF"a";"b"\r\n"si ""hei""; nå\nher";""\r\n"";"2"\r\n',
    )
  })
})
