/**
 * One interface per table. Instants are text of fixed width (`2026-11-21T08:00:00.000Z`), so that they sort and
 * compare the same way on both engines. `sealed` is always a JSON value closed by the vault.
 */

export interface Tables {
  deployment: DeploymentTable
  record_keys: RecordKeyTable
  staff: StaffTable
  sign_in_links: SignInLinkTable
  sessions: SessionTable
  throttles: ThrottleTable
}

/** One row: whose database this is, and the key of the vault's fingerprints, wrapped by the master key. */
interface DeploymentTable {
  id: 1
  municipality: string
  lookup_key: Uint8Array
  created_at: string
}

/** The key of one sealed record, wrapped by the master key. Without this row the record cannot be read again. */
interface RecordKeyTable {
  id: string
  wrapped: Uint8Array
}

/** What a table with sealed records has. */
export interface Sealed {
  key_id: string
  sealed: Uint8Array
}

export type Role = 'coordinator' | 'deputy' | 'editor' | 'reader'

/** Sealed: `{ name, email }`. A removed person's row stays, so that what she did keeps her name. */
interface StaffTable extends Sealed {
  id: string
  email_fingerprint: string
  role: Role
  added_at: string
  removed_at: string | null
}

interface SignInLinkTable {
  token_hash: string
  staff_id: string
  created_at: string
  expires_at: string
  used_at: string | null
}

interface SessionTable {
  token_hash: string
  staff_id: string
  started_at: string
  seen_at: string
}

/** How often somebody tried something, since `started_at`. */
interface ThrottleTable {
  fingerprint: string
  started_at: string
  attempts: number
}
