/**
 * `npm run backup` writes the whole database and the texts, closed to BACKUP_RECIPIENT, to `backups` in the data folder or to
 * `-- --to FOLDER`, and removes those that are older than BACKUP_DAYS. `npm run backup -- new-key FILE` makes the
 * identity that opens them: keep that file anywhere but here.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { writeAgeFile } from '#backup/age-file.ts'
import { asLines, makeBackup, textsFileOf } from '#backup/backup.ts'
import { packTexts } from '#editing/copy.ts'
import { type Act, runAct } from './act.ts'
import { readTyped } from './arguments.ts'
import { run } from './command.ts'
import { progress } from './progress.ts'

const usage = `usage:
  npm run backup [-- --to FOLDER]
  npm run backup -- new-key FILE`

const backUp =
  (to: string | undefined): Act =>
  async ({ environment, db, now }) => {
    const { backupRecipient: recipient, backupDays: days, municipality, dataFolder } = environment
    if (!recipient)
      throw new Error(
        'BACKUP_RECIPIENT: expected an age public key, got nothing. npm run backup -- new-key FILE makes one',
      )
    const folder = to ? resolve(to) : join(dataFolder, 'backups')
    const plan = { db, municipality, now: now(), folder, recipient, days, progress: progress('rows') }
    const made = await makeBackup(plan)
    const texts = await packTexts(environment)
    if (texts) await writeAgeFile(textsFileOf(made.file), recipient, asLines(texts))
    const beside = texts ? `\nThe texts that are edited here lie beside it: ${textsFileOf(made.file)}` : ''
    const gone = made.expired.length > 0 ? `\nRemoved after ${days} days: ${made.expired.join(', ')}` : ''
    return `Backed up ${made.rows} rows: ${made.file}${beside}${gone}\nCopy it to another place. The master key is not in it.`
  }

async function makeIdentity(to: string): Promise<void> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  if (existsSync(to))
    throw new Error(`${to}: expected a new file, got one that is there: it may open backups`)
  writeFileSync(to, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx', flush: true })
  console.log(
    `BACKUP_RECIPIENT=${recipient}\n\n${resolve(to)} opens every backup. Take it off this machine, and keep two copies of it.`,
  )
}

await run(async () => {
  const { positionals, values } = readTyped(usage, {
    allowPositionals: true,
    options: { to: { type: 'string' } },
  })
  const [name, file, ...rest] = positionals
  if (name === 'new-key' && file && rest.length === 0) return makeIdentity(file)
  if (name) throw new Error(`expected nothing or new-key FILE, got ${positionals.join(' ')}\n${usage}`)
  return runAct(() => backUp(values.to))
})
