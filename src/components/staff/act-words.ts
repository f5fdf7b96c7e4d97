import { actWords as caseworkWords } from '#casework/act-words.ts'

/**
 * What the acts of the audit log are called where people read it. An act of the pages (`name` in src/server/act.ts)
 * has its line here; those of commands, which nobody here does, are shown as they are.
 */
export const actWords = {
  ...caseworkWords.deployment,
  ...caseworkWords.matches,
  ...caseworkWords.referrals,
  ...caseworkWords.volunteers,
  // Said of more than one sort of record.
  call: 'Ringt',
  end: 'Avsluttet',
  send: 'Sendt inn',
  hold: 'Sendt inn, og holdt i karantene',
  change: 'Svarene endret',
  read: 'Lest',
  refuse: 'Prøvde, men hadde ikke tilgang',
  release: 'Sluppet inn fra karantene',
  discard: 'Slettet fra karantene',
  'retry-mail': 'E-post prøvd igjen',
  'let-go-of-mail': 'E-post lagt bort',
  'note-absence': 'Fravær skrevet inn',
  'withdraw-absence': 'Fravær tatt bort',
  'note-call': 'Ringt',
  'accept-seat': 'Tok plassen på kurset',
  'leave-course': 'Meldt av kurset',
  'note-attendance': 'Oppmøte notert',
  'keep-address': 'Adressen skrevet inn',
  'hand-out': 'Gitt ut til den det gjelder',
  'take-out': 'Liste lastet ned',
  'count-heads': 'Frammøte talt',
  'make-feed': 'Kalenderadresse laget',
  'revoke-feed': 'Kalenderadresse trukket tilbake',
  'roll-back': 'Gikk tilbake til forrige utgave av nettstedet',
  'publish-again': 'Publiserte det siste igjen',
  'see-words': 'Så nye ord fra Pusterom',
} as const

export type ActName = keyof typeof actWords

export const sayAct = (act: string): string => (Object.hasOwn(actWords, act) ? actWords[act as ActName] : act)

/** What a row of a table is called. */
const recordWords: Readonly<Record<string, string>> = {
  submissions: 'Innsending',
  outbox: 'E-post',
  staff: 'Ansatt',
  pages: 'Side',
  absences: 'Fravær',
  people: 'Person',
  volunteers: 'Frivillig',
  referrals: 'Henvendelse',
  matches: 'Kobling',
  courses: 'Kurs',
  sign_ups: 'Påmelding til kurs',
  head_counts: 'Kafé',
  due_feeds: 'Kalenderadresse',
  deployment: 'Kommunen',
}

/** Enough of an id to tell two apart. @example sayRecord('submissions', '8c7f1d6e-…') // 'Innsending 8c7f1d6e' */
export const sayRecord = (table: string, row: string): string =>
  `${recordWords[table] ?? table} ${row.startsWith('/') ? row : row.slice(-8)}`

/** Who did it: a name, or where it came from. */
export const sayActor = (names: ReadonlyMap<string, string>, actor: string): string =>
  ({ system: 'Pusterom selv', public: 'den som skrev' })[actor] ?? names.get(actor) ?? 'ukjent'
