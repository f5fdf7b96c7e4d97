import type { ActName, SubjectTable } from './act.ts'

/**
 * What happened, in words: for the history of a record, and for whoever asks what is kept about her.
 *
 * @example actWords.volunteers['attend-course'] // 'Gikk på kurs'
 */
export const actWords: { readonly [Table in SubjectTable]: Readonly<Record<ActName<Table>, string>> } = {
  volunteers: {
    'sign-up': 'Meldte seg',
    call: 'Snakket sammen',
    'attend-course': 'Gikk på kurs',
    'hold-talk': 'Samtale etter kurset',
    'sign-cooperation': 'Signerte samarbeidsavtalen',
    'sign-confidentiality': 'Signerte taushetserklæringen',
    'see-certificate': 'Viste politiattest',
    ask: 'Spurt om noe annet frister så lenge',
    'attend-supervision': 'Var med på veiledning',
    change: 'Opplysninger endret',
    note: 'Notat',
    pause: 'Tok pause',
    resume: 'Tilbake fra pause',
    end: 'Sluttet',
    return: 'Begynte igjen',
    merge: 'Slått sammen med en annen',
    erase: 'Opplysningene er slettet',
    undo: 'Angret',
  },
  referrals: {
    receive: 'Kom inn',
    call: 'Ringte',
    accept: 'Sa ja',
    decline: 'Sa nei',
    withdraw: 'Trukket',
    change: 'Opplysninger endret',
    note: 'Notat',
    end: 'Avsluttet',
    reopen: 'Åpnet igjen',
    'tell-home-care': 'Primærkontakten fikk beskjed om journalen',
    merge: 'Slått sammen med en annen',
    erase: 'Opplysningene er slettet',
    undo: 'Angret',
  },
  matches: {
    propose: 'Foreslått',
    'decide-against': 'Ble ikke noe av',
    'agree-meeting': 'Avtalte koblingsmøte',
    'hold-meeting': 'Holdt koblingsmøte',
    'sign-agreement': 'Signerte behovsavtale',
    'plan-review': 'Avtalen skal ses over',
    start: 'Startet',
    'call-volunteer': 'Ringte den frivillige',
    'call-relative': 'Ringte den pårørende',
    change: 'Endret',
    note: 'Notat',
    end: 'Avsluttet',
    undo: 'Angret',
  },
  deployment: {
    'hold-supervision': 'Veiledning i gruppe',
    'choose-line': 'Valgte linjen på forsiden',
    undo: 'Angret',
  },
}
