/** A deployment with people in it, and what is needed to back it up. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Temporal } from 'temporal-polyfill'
import { onTestFinished } from 'vitest'
import type { Database } from '#db/open.ts'
import { addStaff } from '#db/staff.ts'
import { addSubmission, addVersion } from '#db/submissions.ts'
import type { Vault } from '#db/vault.ts'
import { now } from '../db/databases.ts'

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pusterom-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A recipient, and the file with the identity that opens what is closed to it. */
export async function newRecipient(): Promise<{ recipient: string; identityFile: string }> {
  const identity = await generateX25519Identity()
  const identityFile = join(emptyFolder(), 'identity')
  writeFileSync(identityFile, `# made for a test\n${identity}\n`, { mode: 0o600 })
  return { recipient: await identityToRecipient(identity), identityFile }
}

interface Opened {
  readonly db: Database
  readonly vault: Vault
}

/** Answers of one person, sealed; the text is what to look for. */
export const submit = ({ db, vault }: Opened, text: string, at: Temporal.Instant = now): Promise<string> =>
  db.transaction().execute((trx) => submitIn(trx, vault, text, at))

async function submitIn(trx: Database, vault: Vault, text: string, at: Temporal.Instant): Promise<string> {
  const id = randomUUID()
  const submission = { id, form: 'volunteer', reference: id.slice(0, 8), occasion: undefined, now: at }
  await addSubmission(trx, submission)
  const answers = [{ key: 'name', kind: 'name', question: 'Hva heter du?', value: text, text }]
  const content = { title: 'Bli frivillig', answers }
  await addVersion(trx, vault, { id, version: 1, answersFingerprint: id, content, now: at })
  return id
}

/** A coordinator and as many submissions. */
export async function settleIn(opened: Opened, count: number): Promise<void> {
  const coordinator = { name: 'Ragnhild Strand', email: 'ragnhild@fjordvik.example' }
  await addStaff(opened.db, opened.vault, { ...coordinator, role: 'coordinator', now })
  await opened.db.transaction().execute(async (trx) => {
    for (let each = 1; each <= count; each++)
      await submitIn(trx, opened.vault, `Solveig Fjordnes ${each}`, now)
  })
}
