import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { noPreferences } from '#casework/preferences.ts'
import { type Database, type OpenOptions, openDatabase } from '#db/open.ts'
import { enqueueMail } from '#db/outbox.ts'
import { addReferral } from '#db/referrals.ts'
import type { Vault } from '#db/vault.ts'
import { addVolunteer } from '#db/volunteers.ts'
import { commitTree, getCommit, moveBranches } from '#editing/commit.ts'
import { mainRef, openRepository } from '#editing/repository.ts'
import { receiveShipped } from '#editing/shipped.ts'
import { changeTree, writeBlob } from '#editing/tree.ts'
import { compiled } from '../compiled.ts'
import { databases, type TestDatabase } from '../db/databases.ts'
import { emptyFolder, settleIn, submit } from './deployment.ts'

const text = (key: Buffer) => key.toString('base64')

/** The commands as somebody types them, in processes of their own, for one deployment. */
function commandsOf(options: OpenOptions, more: Record<string, string> = {}) {
  const env = {
    ...compiled,
    PATH: process.env.PATH,
    MUNICIPALITY: options.municipality,
    PUSTEROM_DATA: options.dataFolder,
    PUSTEROM_KEY: text(options.key),
    PUSTEROM_NOW: options.now.toString(),
    ...(options.databaseUrl && { DATABASE_URL: options.databaseUrl }),
    ...more,
  }
  return async (name: string, ...given: string[]) => {
    const program = resolve(import.meta.dirname, `../../src/commands/${name}.ts`)
    const run = promisify(execFile)(process.execPath, [program, ...given], { env })
    return run.then(
      ({ stdout, stderr }) => ({ said: stdout, progress: stderr, ok: true }),
      (error) => ({ said: error.stderr as string, progress: '', ok: false }),
    )
  }
}

async function inhabited(database: TestDatabase) {
  const options = await database.options()
  const opened = await openDatabase(options)
  await settleIn(opened, 3)
  const longAgo = Temporal.Instant.from('2024-01-01T08:00:00Z')
  const old = await submit(opened, 'Torgunn Lyktestad', longAgo)
  await opened.db.transaction().execute((trx) => leaveOld(trx, opened.vault, longAgo))
  await opened.close()
  return { options, old }
}

/** A volunteer, a referral and a link to sign in that all have had their time. */
async function leaveOld(trx: Database, vault: Vault, now: Temporal.Instant) {
  const preferences = noPreferences
  await addVolunteer(trx, vault, { content: { name: 'Nora', area: 'Åsen', preferences }, by: 'public', now })
  const referral = { area: 'Åsen', bestTime: [], urgent: false, preferences }
  await addReferral(trx, vault, { source: 'relative', content: referral, by: 'public', now })
  const mail = { to: 'ragnhild@fjordvik.example', subject: 'Logg inn', text: 'Her', kind: 'sign-in', now }
  await enqueueMail(trx, vault, { ...mail, submissionId: undefined })
  await trx.updateTable('outbox').set({ sent_at: now.toString() }).execute()
}

/** Texts with one notice that an editor wrote. */
async function writeNotice({ dataFolder, now, municipality }: OpenOptions) {
  const place = { dataFolder, searchPath: process.env.PATH ?? '' }
  const shipped = emptyFolder()
  writeFileSync(join(shipped, 'shipped.yaml'), 'title: Fra programmet\n')
  const repository = await openRepository(place)
  await receiveShipped(repository, shipped, now)
  const from = await getCommit(repository, mainRef)
  const blob = await writeBlob(repository, Buffer.from('title: Stengt i dag\n'))
  const path = `content/municipalities/${municipality}/notices/stengt.yaml`
  const tree = await changeTree(repository, from, new Map([[path, blob]]))
  const author = { id: 'kari', name: 'Kari' }
  const to = await commitTree(repository, { tree, parents: [from], author, subject: 'Stengt', now })
  await moveBranches(repository, [{ ref: mainRef, from, to }])
  return {
    remove: () => rmSync(join(dataFolder, 'content.git'), { recursive: true }),
    read: async (folder: string) => {
      const { git } = await openRepository({ ...place, dataFolder: folder })
      return (await git(['log', '-1', '--format=%an', '-p', to])).toString()
    },
  }
}

/** What backup printed as its file. */
const fileIn = (said: string) => /: (\/.+\.backup\.age)/.exec(said)?.[1] ?? ''

describe.each(databases)('On $name', (database) => {
  test('a deployment is backed up, lost, restored on an empty machine and given a new key', async () => {
    const { options } = await inhabited(database)
    const notice = await writeNotice(options)
    const identity = join(emptyFolder(), 'identity')
    const made = await commandsOf(options)('backup', 'new-key', identity)
    expect(statSync(identity).mode & 0o777).toBe(0o600)
    const recipient = /BACKUP_RECIPIENT=(age1\S+)/.exec(made.said)?.[1] ?? ''
    const backup = await commandsOf(options, { BACKUP_RECIPIENT: recipient })('backup')
    expect(backup.progress).toMatch(/100 % of \d+ rows/)
    const file = fileIn(backup.said)
    expect(existsSync(file)).toBe(true)

    const machine = await database.options()
    const restore = (more: Record<string, string>) =>
      commandsOf(machine, more)('restore', file, '--identity', identity)
    expect((await restore({ PUSTEROM_KEY: text(randomBytes(32)) })).said).toMatch(
      /PUSTEROM_KEY.+expected the key/,
    )
    const other = await writeNotice(machine)
    expect((await restore({})).said).toMatch(/content\.git: expected no texts yet, .+ nothing was changed/)
    other.remove()
    const restored = await restore({})
    expect(restored.said).toMatch(
      /Restored \d+ rows as they were at 2026-11-21T08:00:00Z; 1 submissions and 2 volunteers and referrals were past/,
    )
    expect(restored.said).toContain('The texts are as editors had made them')
    expect(await notice.read(machine.dataFolder)).toMatch(/^Kari\n[\s\S]+\+title: Stengt i dag/)

    const next = text(randomBytes(32))
    const both = commandsOf(machine, { PUSTEROM_KEY: next, PUSTEROM_KEY_PREVIOUS: text(machine.key) })
    expect(await both('rotate-keys')).toMatchObject({
      said: expect.stringMatching(/Wrapped 6 keys anew/),
      progress: expect.stringContaining('100 % of 6 keys'),
    })
    expect((await commandsOf(machine, { PUSTEROM_KEY: next })('audit', 'head')).ok).toBe(true)
  })
})

/** What the commands do is tested on both engines beside what they call; here it is how they say it. */
describe.each(databases.filter(({ name }) => name === 'SQLite'))('On $name', (database) => {
  test('what is past its time is shown first, then purged, and the log of it holds', async () => {
    const { options, old } = await inhabited(database)
    const run = commandsOf(options)
    const looked = await run('purge', '--dry-run')
    expect(looked.said.replaceAll(/ {2,}/g, ' ')).toBe(`submissions, volunteer 1
volunteers 1
referrals 1
mail about no submission 1
This would go, with its keys and mail. Nothing was deleted.
`)
    expect(await run('purge')).toMatchObject({
      said: 'Purged 1 submissions, and erased 2 volunteers and referrals.\n',
    })
    expect((await run('purge', '--dry-run')).said).toBe('Nothing is past its time. Nothing was deleted.\n')
    expect((await run('audit', 'show', 'submissions', old)).said).toMatch(
      /^3 {2}2026-11-21T08.+ purge +system\n$/,
    )
    const head = (await run('audit', 'head')).said
    expect(head).toMatch(/^2026-11-21 3 [0-9a-f]{64}\n$/)
    const hash = head.trim().split(' ')[2] ?? ''
    expect((await run('audit', 'verify', '--head', hash)).said).toMatch(/holds from its first line to line 3/)
    const broken = await run('audit', 'verify', '--head', '0'.repeat(63).padEnd(64, '1'))
    expect(broken).toMatchObject({ ok: false, said: expect.stringMatching(/does not hold after line 3/) })
  })

  test('everything is exported to a new folder, and never over another', async () => {
    const { options } = await inhabited(database)
    const folder = join(emptyFolder(), 'export')
    const run = commandsOf(options)
    expect((await run('export', folder)).said).toMatch(/Exported to \d+ files/)
    expect(readFileSync(join(folder, 'submission_versions.csv'), 'utf8')).toContain('Solveig Fjordnes 3')
    const files = readdirSync(folder)
    expect((await run('export', folder)).ok).toBe(false)
    expect(readdirSync(folder)).toEqual(files)
  })
})

test('On one’s own machine the key file is replaced, and the old one goes when nothing needs it', async () => {
  const [sqlite] = databases
  const options = await (sqlite as TestDatabase).options()
  const run = commandsOf(options, { PUSTEROM_KEY: '' })
  const head = await run('audit', 'head')
  expect(head.ok).toBe(true)
  const before = readFileSync(join(options.dataFolder, 'key'), 'utf8')
  expect((await run('rotate-keys')).ok).toBe(true)
  expect(readFileSync(join(options.dataFolder, 'key'), 'utf8')).not.toBe(before)
  expect(existsSync(join(options.dataFolder, 'key.previous'))).toBe(false)
  expect((await run('audit', 'head')).ok).toBe(true)
})

test('what is typed wrong is answered with the usage, and nothing is done', async () => {
  const [sqlite] = databases
  const { options } = await inhabited(sqlite as TestDatabase)
  const run = commandsOf(options)
  const before = (await run('audit', 'head')).said
  const wrong = [
    ['purge', '--dry-runn'],
    ['purge', 'all'],
    ['rotate-keys', 'now'],
    ['backup', '--where', 'there'],
    ['restore', 'file', '--identity'],
    ['export', 'folder', '--open'],
    ['audit', 'verify', '--hash', 'x'],
    ['report', '--jsonn'],
  ] as const
  for (const [name, ...typed] of wrong) {
    const answer = await run(name, ...typed)
    expect(answer).toEqual({ ok: false, progress: '', said: expect.stringContaining(`npm run ${name}`) })
    expect(answer.said).not.toContain('    at ')
  }
  expect((await run('restore', '/nowhere', '--identity', '/nowhere')).said).toBe(
    '/nowhere: expected a file with the identity that opens the backup, got none that can be read\n',
  )
  const identity = join(emptyFolder(), 'identity')
  expect((await run('backup', 'new-key', identity)).ok).toBe(true)
  const again = (await run('backup', 'new-key', identity)).said
  expect(again).toBe(`${identity}: expected a new file, got one that is there: it may open backups\n`)
  expect((await run('audit', 'head')).said).toBe(before)
})
