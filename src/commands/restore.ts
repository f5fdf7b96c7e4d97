/**
 * `npm run restore -- FILE --identity FILE` fills an empty database with a backup and, where they lie beside it, brings
 * back the texts; it then deletes what has come to its time since. PUSTEROM_KEY is the master key of when the backup was
 * made; if it was replaced since, that one is PUSTEROM_KEY_PREVIOUS.
 */
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readBytes } from '#backup/age-file.ts'
import { textsFileOf } from '#backup/backup.ts'
import { restoreBackup } from '#backup/restore.ts'
import { findLocalKey, findPreviousKey } from '#db/master-key.ts'
import { openDatabase } from '#db/open.ts'
import { expectNoTexts, unpackTexts } from '#editing/copy.ts'
import { eraseOld } from '#intake/casework/retention.ts'
import { purge } from '#intake/purge.ts'
import { findMunicipality } from '#publish/municipality.ts'
import { clockOf } from '../env.ts'
import { readTyped } from './arguments.ts'
import { run } from './command.ts'
import { progress } from './progress.ts'
import { getEnvironment, getTextsFolder } from './site.ts'

const usage = 'usage: npm run restore -- FILE --identity FILE'

await run(async () => {
  const { positionals, values } = readTyped(usage, {
    allowPositionals: true,
    options: { identity: { type: 'string' } },
  })
  const [file, ...rest] = positionals
  const identityFile = values.identity
  if (!file || !identityFile || rest.length > 0)
    throw new Error(
      `expected a backup and the file with its identity, got ${positionals.join(' ') || 'nothing'}\n${usage}`,
    )
  const environment = await getEnvironment()
  const { databaseUrl, dataFolder, municipality } = environment
  const key = environment.key ?? findLocalKey(dataFolder)
  if (!key)
    throw new Error(
      'PUSTEROM_KEY: expected the master key of when the backup was made, got nothing; no backup holds it',
    )
  const previousKey = environment.key ? environment.previousKey : findPreviousKey(dataFolder)
  const now = clockOf(environment)
  const options = { databaseUrl, dataFolder, municipality, key, previousKey, now: now() }
  // Read before anything is filled: half a deployment is not brought back.
  const texts = existsSync(textsFileOf(file)) ? await readBytes(textsFileOf(file), identityFile) : undefined
  if (texts) expectNoTexts(environment)
  const header = await restoreBackup({ options, file, identityFile, progress: progress('rows') })
  if (texts) await unpackTexts(environment, texts)
  const { db, vault, close } = await openDatabase(options)
  try {
    const local = await findMunicipality(await getTextsFolder(environment), municipality)
    if (!local) throw new Error(`MUNICIPALITY: expected a municipality, got ${municipality}`)
    // An archive may get something twice so; the other way it might never get it.
    const archiveFolder = join(dataFolder, 'archive')
    const erased = await eraseOld({ db, vault, now }, local)
    const { removed } = await purge({ db, vault, now, municipality: local, archiveFolder })
    console.log(`Restored ${header.rows} rows as they were at ${header.madeAt}; ${removed} submissions and ${erased} volunteers and referrals were past their time and are gone again.
${texts ? 'The texts are as editors had made them, with drafts and history.' : `There are no texts beside the backup (${basename(textsFileOf(file))}): they are those that came with the program.`}
Everybody signs in anew. Mail that waited then is given up: look at it, for it may have been sent.
Look also at what was deleted by hand or signed off after ${header.madeAt}: npm run staff -- list, and your own notes.${previousKey ? '\nNow: npm run rotate-keys' : ''}`)
  } finally {
    await close()
  }
})
