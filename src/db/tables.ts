/**
 * One interface per table. Instants are text of fixed width (`2026-11-21T08:00:00.000Z`), so that they sort and
 * compare the same way on both engines. `sealed` is always a JSON value closed by the vault.
 */
import type { Suspicion } from '#forms/suspicion.ts'

export interface Tables {
  deployment: DeploymentTable
  master_keys: MasterKeyTable
  record_keys: RecordKeyTable
  staff: StaffTable
  sign_in_links: SignInLinkTable
  sessions: SessionTable
  throttles: ThrottleTable
  submissions: SubmissionTable
  submission_versions: SubmissionVersionTable
  submission_claims: SubmissionClaimTable
  quarantine: QuarantineTable
  outbox: OutboxTable
  feed_tokens: FeedTokenTable
  audit_lines: AuditLineTable
  audit_head: AuditHeadTable
  rounds: RoundTable
  dead_links: DeadLinkTable
  seen_words: SeenWordsTable
  courses: CourseTable
  sign_ups: SignUpTable
  sign_up_messages: SignUpMessageTable
  head_counts: HeadCountTable
  due_feeds: DueFeedTable
  absences: AbsenceTable
  volunteers: VolunteerTable
  referrals: ReferralTable
  matches: MatchTable
  acts: ActTable
}

/** One row: whose database this is, and the key of the vault's fingerprints, wrapped by the master key. */
interface DeploymentTable {
  id: 1
  municipality: string
  lookup_key: Uint8Array
  created_at: string
}

/** The master keys in use, by name: one, and two while they are changed. The keys themselves are never here. */
interface MasterKeyTable {
  id: string
  added_at: string
}

/** The key of one sealed record, wrapped by the master key. Without this row the record cannot be read again. */
interface RecordKeyTable {
  id: string
  wrapped: Uint8Array
  /** Which master key wrapped it. A process with a key that was replaced cannot add a row. */
  master_key: string | null
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
  /** Of issuer and subject, for those who sign in with an account of the municipality. */
  identity_fingerprint: string | null
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
  way: Way
}

/** How somebody signed in: with a link by e-mail, or with an account of the municipality. */
export type Way = 'link' | 'account'

/** Days in Oslo, both included, on which somebody is away and who acts in her place. */
interface AbsenceTable {
  id: string
  staff_id: string
  deputy_id: string
  from_date: string
  until_date: string
  added_at: string
  added_by: string
  withdrawn_at: string | null
  withdrawn_by: string | null
}

/** How often somebody tried something, since `started_at`. */
interface ThrottleTable {
  fingerprint: string
  started_at: string
  attempts: number
}

/** One form that somebody sent, under one reference whatever happens to it later. */
interface SubmissionTable {
  id: string
  form: string
  /** Which one of several of the form's kind: the slug of a course. */
  occasion: string | null
  /** The flyer that brought somebody: a key of `content/channels/`, as it was then. */
  channel: string | null
  reference: string
  received_at: string
}

/** A submission that waits for a person's look. */
interface QuarantineTable {
  submission_id: string
  reason: Suspicion
  held_at: string
}

/** Sealed: the form's title and every answer with the question as it was asked. Changed answers are a new version. */
interface SubmissionVersionTable extends Sealed {
  submission_id: string
  version: number
  answers_fingerprint: string
  received_at: string
}

/** A fingerprint that leads to a submission: of the key made with the form, or for 24 hours of the answers. */
interface SubmissionClaimTable {
  fingerprint: string
  submission_id: string
  expires_at: string | null
}

/** A secret address of a feed that stands nowhere on the site. `course` is a slug. */
interface FeedTokenTable {
  id: string
  token_hash: string
  course: string
  added_at: string
}

/** Mail on its way. Sealed: `{ to, subject, text, attachments }`, gone once it is sent. */
interface OutboxTable {
  id: string
  /** What sort of mail, for logs and counts. */
  kind: string
  /** What it is about: they are deleted together. */
  submission_id: string | null
  created_at: string
  /** Not before this. */
  due_at: string
  attempts: number
  /** Which attempt holds it, and until when. */
  lease: string | null
  leased_until: string | null
  /** What went wrong last, without anything about people. */
  problem: string | null
  sent_at: string | null
  given_up_at: string | null
  key_id: string | null
  sealed: Uint8Array | null
}

/** An address outside the site that a text names, and that did not answer. */
interface DeadLinkTable {
  url: string
  reason: string
  asked_at: string
}

/** A text with newer words of the program, which somebody has seen. `shipped` names their version. */
interface SeenWordsTable {
  path: string
  shipped: string
  seen_at: string
}

/** Work that comes back: when it was last begun, and when it failed if it did. */
interface RoundTable {
  name: string
  begun_at: string
  failed_at: string | null
}

/** Who read or did what. `number` runs from 1 without gaps; `hash` covers the line and the hash before it. */
interface AuditLineTable {
  number: number
  at: string
  actor: string
  act: string
  table_name: string
  row_id: string
  hash: string
}

/** One row: the end of the chain, locked while a line is added. */
interface AuditHeadTable {
  id: 1
  number: number
  hash: string
}

/** Sealed: `VolunteerContent`. The area is a fingerprint, so that a list can keep to one without reading it. */
interface VolunteerTable extends Sealed {
  id: string
  /** The form that brought her, until it is purged. */
  submission_id: string | null
  area_fingerprint: string
  created_at: string
}

/** Sealed: `ReferralContent`; the home address apart, with a key that goes first. */
interface ReferralTable extends Sealed {
  id: string
  submission_id: string | null
  source: string
  area_fingerprint: string
  created_at: string
  home_key_id: string | null
  home_sealed: Uint8Array | null
}

/** Sealed: `MatchContent`, the meeting and the needs agreement. */
interface MatchTable extends Sealed {
  id: string
  volunteer_id: string
  referral_id: string
  created_at: string
}

/** What happened to a row of the three tables above. Never changed; undone by another act. Sealed: a note. */
interface ActTable {
  subject_table: string
  subject_id: string
  /** From 1 for each subject, without gaps. */
  number: number
  name: string
  actor: string
  at: string
  date: string | null
  detail: string | null
  key_id: string | null
  sealed: Uint8Array | null
}

/**
 * A course that somebody signed up for, as it was last seen: it stays when its file is renamed or deleted. One row for
 * each time that a file is used for a new round of dates. Whoever counts seats locks it.
 */
interface CourseTable {
  /** `varkurs-2027:1` */
  id: string
  slug: string
  run: number
  title: string
  /** Nothing when there is room for all. */
  capacity: number | null
  starts_at: string
  ends_at: string
  /** JSON: what the signed-up know, `{ "<uid>": { "sequence": 0, "startsAt": "…" } }`. */
  dates: string
  seen_at: string
}

/** Somebody on a course or its waiting list. Who she is stands in the submission. */
interface SignUpTable {
  id: string
  course_id: string
  /** The order of the waiting list. */
  number: number
  submission_id: string
  token_hash: string
  /** How she is told: by phone when she left no mail address. */
  channel: 'mail' | 'phone'
  signed_up_at: string
  seated_at: string | null
  offered_at: string | null
  /** Nothing while somebody without a mail address has not been called. */
  offer_ends_at: string | null
  left_at: string | null
  left_by: string | null
  attended_at: string | null
  attended_by: string | null
}

/** What somebody was told, once: by mail, or by a call that `called_at` says was made. */
interface SignUpMessageTable {
  sign_up_id: string
  about: string
  channel: 'mail' | 'phone'
  made_at: string
  called_at: string | null
  called_by: string | null
}

/** How many came to a café on one of its dates. Nobody is named. */
interface HeadCountTable {
  /** The date's, as in every calendar. */
  uid: string
  title: string
  date: string
  heads: number
  counted_at: string
  counted_by: string
}

/** A secret address at which one of the staff subscribes to what is due. */
interface DueFeedTable {
  id: string
  token_hash: string
  staff_id: string
  added_at: string
}
