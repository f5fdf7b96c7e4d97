/**
 * «Give me all you have on me»: every record that a name, a phone number or an address leads to, with all that it
 * holds. A person looks through them, for two people may share a name, and then erases those that are hers.
 *
 * @example
 * const traces = await findTraces(db, vault, { phone: '55 50 02 11' }, words)
 * // later, with those that were ticked:
 * await erasePerson(trx, vault, { traces: ticked, by: staffId, now })
 */
import { Temporal } from 'temporal-polyfill'
import { longDate, shortDate } from '#calendar/norwegian.ts'
import { type Act, type Subject, standing } from '#casework/act.ts'
import { actWords } from '#casework/act-words.ts'
import type { FitWords } from '#casework/fit.ts'
import type { MatchingMeeting } from '#casework/match.ts'
import { agreementWords } from '#casework/needs-agreement.ts'
import type { Preferences } from '#casework/preferences.ts'
import { dayOf } from '#casework/working-days.ts'
import { sayPhone } from '#forms/kinds/phone.ts'
import { isFound } from './casework-list.ts'
import type { Database } from './engine.ts'
import { findHomeAddress } from './home-address.ts'
import { listMatches, type MatchSearch } from './matches.ts'
import { listNotes } from './notes.ts'
import { openReferrals, type Referral } from './referrals.ts'
import type { SubmissionContent } from './submissions.ts'
import type { Vault } from './vault.ts'
import { openVolunteers, type Volunteer } from './volunteers.ts'

/** What a person goes by. At least one; whichever is found counts. */
export interface Sought {
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
}

export interface Line {
  readonly label: string
  readonly text: string
}

export interface Trace {
  readonly table: 'volunteers' | 'referrals' | 'submissions' | 'outbox'
  readonly id: string
  readonly at: string
  /** What sort of record, in Norwegian. */
  readonly title: string
  readonly lines: readonly Line[]
}

/** The newest first. Reads everything sealed, so it takes a second where there are thousands. */
export async function findTraces(
  db: Database,
  vault: Vault,
  sought: Sought,
  words: FitWords,
): Promise<Trace[]> {
  const found = [
    ...(await volunteerTraces(db, vault, sought, words)),
    ...(await referralTraces(db, vault, sought, words)),
    ...(await submissionTraces(db, vault, sought)),
    ...(await mailTraces(db, vault, sought)),
  ]
  return found.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1))
}

/** Whether one of the names, numbers and addresses of a record is hers. */
function isHers({ name, phone, email }: Sought, texts: readonly (string | undefined)[]): boolean {
  const digits = (phone ?? '').replace(/\D/g, '').slice(-8)
  return (
    (!!name?.trim() && texts.some((text) => isFound([text], name))) ||
    (digits.length >= 5 && texts.some((text) => text?.replace(/\D/g, '').endsWith(digits))) ||
    (!!email?.trim() && texts.some((text) => text?.toLowerCase().trim() === email.toLowerCase().trim()))
  )
}

const idsIn = async (db: Database, table: 'volunteers' | 'referrals') =>
  (
    await db
      .selectFrom(table as 'volunteers')
      .select('id')
      .execute()
  ).map((row) => row.id)

async function volunteerTraces(db: Database, vault: Vault, sought: Sought, words: FitWords) {
  const all = await openVolunteers(db, vault, await idsIn(db, 'volunteers'))
  const hers = [...all.values()].filter(({ content: { name, phone, email } }) =>
    isHers(sought, [name, phone, email]),
  )
  return Promise.all(hers.map((each) => volunteerTrace(db, vault, each, words)))
}

async function volunteerTrace(db: Database, vault: Vault, volunteer: Volunteer, words: FitWords) {
  const { id, createdAt, content, acts } = volunteer
  return {
    table: 'volunteers',
    id,
    at: createdAt,
    title: 'Frivillig',
    lines: lines({
      Navn: content.name,
      Telefon: content.phone && sayPhone(content.phone),
      'E-post': content.email,
      Område: content.area,
      ...preferenceLines(content.preferences, words),
      'Referanse i Frida': content.frida,
    }).concat(
      await actLines(db, vault, { table: 'volunteers', id }, acts),
      await matchLines(db, vault, { volunteerId: id }),
    ),
  } satisfies Trace
}

async function referralTraces(db: Database, vault: Vault, sought: Sought, words: FitWords) {
  const all = await openReferrals(db, vault, await idsIn(db, 'referrals'))
  const hers = [...all.values()].filter(({ content: { relative, homeCare } }) =>
    isHers(sought, [relative?.name, relative?.phone, homeCare?.phone]),
  )
  return Promise.all(hers.map((each) => referralTrace(db, vault, each, words)))
}

async function referralTrace(db: Database, vault: Vault, referral: Referral, words: FitWords) {
  const { id, createdAt, content, acts } = referral
  return {
    table: 'referrals',
    id,
    at: createdAt,
    title: 'Henvendelse',
    lines: lines({
      Pårørende: content.relative?.name,
      Telefon: content.relative?.phone && sayPhone(content.relative.phone),
      Hjemmetjenesten: content.homeCare?.unit,
      Jobbtelefon: content.homeCare?.phone && sayPhone(content.homeCare.phone),
      Område: content.area,
      Adresse: await findHomeAddress(db, vault, id),
      ...preferenceLines(content.preferences, words),
    }).concat(
      await actLines(db, vault, { table: 'referrals', id }, acts),
      await matchLines(db, vault, { referralId: id }),
    ),
  } satisfies Trace
}

async function submissionTraces(db: Database, vault: Vault, sought: Sought): Promise<Trace[]> {
  const rows = await db
    .selectFrom('submission_versions')
    .innerJoin('submissions', 'submissions.id', 'submission_id')
    .select(['submission_id', 'version', 'submission_versions.received_at', 'key_id', 'sealed', 'channel'])
    .orderBy('submission_id')
    .orderBy('version')
    .execute()
  const placeOf = ({ submission_id, version }: { submission_id: string; version: number }) => ({
    table: 'submission_versions',
    row: `${submission_id}/${version}`,
  })
  const versions = (await vault.openAll(db, placeOf, rows)).map(([row, content]) => ({
    row,
    ...(content as SubmissionContent),
  }))
  const tells = ['name', 'phone', 'email']
  return [...Map.groupBy(versions, ({ row }) => row.submission_id)]
    .filter(([, of]) =>
      isHers(
        sought,
        of.flatMap(({ answers }) =>
          answers.filter(({ kind }) => tells.includes(kind)).map(({ text }) => text),
        ),
      ),
    )
    .map(([id, of]) => ({
      table: 'submissions',
      id,
      at: of[0]?.row.received_at ?? '',
      title: of[0]?.title ?? '',
      lines: [
        ...of.flatMap(({ answers }) => answers.map(({ question, text }) => ({ label: question, text }))),
        ...lines({ 'Kom fra plakat': of[0]?.row.channel ?? undefined }),
      ],
    }))
}

/** Mail that has not left yet; what is sent is not kept. */
async function mailTraces(db: Database, vault: Vault, sought: Sought): Promise<Trace[]> {
  const rows = await db
    .selectFrom('outbox')
    .where('sealed', 'is not', null)
    .select(['id', 'created_at', 'key_id', 'sealed'])
    .execute()
  const closed = rows.flatMap(({ key_id, sealed, ...row }) =>
    key_id && sealed ? { ...row, key_id, sealed } : [],
  )
  const opened = await vault.openAll(db, ({ id }) => ({ table: 'outbox', row: id }), closed)
  return opened.flatMap(([{ id, created_at }, content]) => {
    const { to, subject } = content as { to: string; subject: string }
    if (!isHers({ email: sought.email }, [to])) return []
    return {
      table: 'outbox',
      id,
      at: created_at,
      title: 'E-post som venter',
      lines: lines({ Til: to, Emne: subject }),
    }
  })
}

const lines = (texts: Readonly<Record<string, string | undefined>>): Line[] =>
  Object.entries(texts).flatMap(([label, text]) => (text ? [{ label, text }] : []))

function preferenceLines({ times, help, interests, languages, limits }: Preferences, words: FitWords) {
  const say = (keys: readonly string[], of: Readonly<Record<string, string>>) =>
    keys.map((key) => of[key] ?? key).join(', ')
  return {
    Tider: say(times, words.times),
    Hjelp: say(help, words.help),
    Interesser: say(interests, words.interests),
    Språk: say(languages, words.languages),
    Hensyn: say(limits, words.limits),
  }
}

async function actLines(db: Database, vault: Vault, subject: Subject, acts: readonly Act[]): Promise<Line[]> {
  const notes = await listNotes(db, vault, subject)
  const words: Readonly<Record<string, string>> = actWords[subject.table]
  return standing(acts).map((act) => ({
    label: shortDate(act.date ? Temporal.PlainDate.from(act.date) : dayOf(act.at)),
    text: [words[act.name], notes.get(act.number)].filter(Boolean).join(': '),
  }))
}

async function matchLines(db: Database, vault: Vault, of: MatchSearch): Promise<Line[]> {
  const matches = await listMatches(db, vault, of)
  const each = matches.map(async ({ id, content: { meeting, agreement }, acts }) => [
    ...lines({
      // The place is usually somebody's home: hers alone to be told.
      Koblingsmøte:
        meeting && [meetingTime(meeting), of.referralId && meeting.place].filter(Boolean).join(', '),
      Behovsavtale: agreement && agreementWords(agreement),
    }),
    ...(await actLines(db, vault, { table: 'matches', id }, acts)),
  ])
  return (await Promise.all(each)).flat()
}

/** With the year, for paper is kept: «torsdag 26. november 2026 kl. 17.00». */
const meetingTime = ({ date, time }: MatchingMeeting): string =>
  `${longDate(Temporal.PlainDate.from(date))} kl. ${time.replace(':', '.')}`
