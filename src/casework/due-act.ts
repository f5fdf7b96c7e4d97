/** What is due and answered with one tap: the act that makes it go away. All else needs a page of its own. */
import type { Act, SubjectTable } from './act.ts'
import type { DueKind } from './follow-up.ts'

export interface DueAct<Table extends SubjectTable = SubjectTable> {
  /** Of the address, a noun. */
  readonly noun: string
  readonly table: Table
  readonly act: Act<Table>['name']
  /** On the button. */
  readonly label: string
}

/** Spelled out, so that an act that its table does not know is refused by the compiler. */
const of = <Table extends SubjectTable>(table: Table, act: Act<Table>['name'], noun: string, label: string) =>
  ({ table, act, noun, label }) satisfies DueAct<Table>

export const dueActs: Readonly<Partial<Record<DueKind, DueAct>>> = {
  'answer-volunteer': of('volunteers', 'call', 'samtale-med-frivillig', 'Ringt'),
  'ask-volunteer': of('volunteers', 'ask', 'sporsmal-til-frivillig', 'Spurt'),
  'end-pause': of('volunteers', 'resume', 'slutt-pa-pause', 'Er tilbake'),
  'answer-referral': of('referrals', 'call', 'samtale-med-parorende', 'Ringt'),
  'update-relative': of('referrals', 'call', 'beskjed-til-parorende', 'Ringt'),
  'tell-home-care': of('referrals', 'tell-home-care', 'beskjed-til-hjemmetjenesten', 'Sagt fra'),
  'hold-meeting': of('matches', 'hold-meeting', 'koblingsmote', 'Holdt'),
  'call-volunteer': of('matches', 'call-volunteer', 'to-uker-med-frivillig', 'Ringt den frivillige'),
  'call-relative': of('matches', 'call-relative', 'to-uker-med-parorende', 'Ringt den pårørende'),
  'talk-after-death': of('matches', 'call-volunteer', 'samtale-etter-dodsfall', 'Snakket sammen'),
  supervision: of('deployment', 'hold-supervision', 'veiledning', 'Holdt i dag'),
}

/** The kind whose act has this noun. */
export const findDueKind = (noun: string): DueKind | undefined =>
  (Object.keys(dueActs) as DueKind[]).find((kind) => dueActs[kind]?.noun === noun)
