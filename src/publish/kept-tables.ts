/** What each table keeps about people, in Norwegian, for the processing record. A new table does not compile without. */
import type { Tables } from '#db/tables.ts'

interface Kept {
  /** What stands in it. */
  readonly what: string
  /** Whose data it is. */
  readonly whose: string
  readonly until: string
}

const nobody = 'Ingen'
const asSubmission = 'Slettes med innsendingen'
const asRecord = 'Tømmes når den frivillige eller henvendelsen slettes'

export const keptTables: Readonly<Record<keyof Tables, Kept>> = {
  deployment: {
    what: 'Hvilken kommune databasen hører til, og nøkkelen for fingeravtrykk, kryptert',
    whose: nobody,
    until: 'Så lenge databasen finnes',
  },
  master_keys: {
    what: 'Navn på hovednøklene som er i bruk, ikke nøklene',
    whose: nobody,
    until: 'Til nøkkelen er byttet',
  },
  record_keys: {
    what: 'Én nøkkel for hver kryptert post, selv kryptert med hovednøkkelen',
    whose: nobody,
    until: 'Slettes med posten. Da kan ingen lese den',
  },
  staff: {
    what: 'Navn og e-post, kryptert. Rolle, og når tilgangen ble gitt og tatt bort',
    whose: 'Ansatte',
    until: 'Så lenge loggen viser til det de har gjort',
  },
  sign_in_links: {
    what: 'Engangslenker, bare som kontrollsum',
    whose: 'Ansatte',
    until: '15 minutter, ryddes ved neste lenke',
  },
  sessions: {
    what: 'Hvem som er logget inn, hvordan og siden når. Kapselen bare som kontrollsum',
    whose: 'Ansatte',
    until: 'Til de logger ut, eller tiden er ute',
  },
  absences: {
    what: 'Når noen er borte, og hvem som er vikar',
    whose: 'Ansatte',
    until: 'Så lenge loggen viser til det',
  },
  throttles: {
    what: 'Hvor mange forsøk en adresse har gjort, bare som nøklet fingeravtrykk',
    whose: 'Alle som sender skjema eller logger inn',
    until: '24 timer',
  },
  submissions: {
    what: 'Hvilket skjema, referansen og når det kom. Ved kurs også hvilket kurs. Hvilken plakat de kom fra, når de brukte koden på en',
    whose: 'De som sender skjema',
    until: 'Lagringstiden til skjemaet, se over',
  },
  submission_versions: {
    what: 'Svarene med spørsmålene slik de ble stilt, kryptert. Én rad for hver endring',
    whose: 'De som sender skjema',
    until: asSubmission,
  },
  submission_claims: {
    what: 'Nøklede fingeravtrykk av skjemaet og svarene, så samme skjema ikke blir to',
    whose: 'De som sender skjema',
    until: 'Svarene: 24 timer. Skjemaet: slettes med innsendingen',
  },
  quarantine: {
    what: 'At et skjema så mistenkelig ut, hvorfor og når',
    whose: 'De som sender skjema',
    until: 'Til koordinator har sett på det, senest med innsendingen',
  },
  outbox: {
    what: 'E-post på vei: mottaker og tekst, kryptert. Gjentar ingen svar. Tømmes når den er sendt',
    whose: 'De som sender skjema, og ansatte',
    until: 'Slettes med innsendingen, ellers 30 dager etter at den ble sendt eller gitt opp',
  },
  feed_tokens: {
    what: 'Hemmelige kalenderadresser, bare som kontrollsum',
    whose: nobody,
    until: 'Til de trekkes tilbake',
  },
  due_feeds: {
    what: 'Hemmelige adresser til en kalender over det som skal gjøres, bare som kontrollsum',
    whose: 'Ansatte',
    until: 'Til de trekkes tilbake',
  },
  head_counts: {
    what: 'Hvor mange som kom på hver kafé, og hvem som talte. Ingen navn på dem som kom',
    whose: 'Ansatte',
    until: 'Så lenge databasen finnes',
  },
  audit_lines: {
    what: 'Hvem som har lest og gjort hva, med hvilken rad og når. Bare id-er, ingen navn og ingen svar',
    whose: 'Ansatte, og de radene gjelder',
    until: 'Så lenge databasen finnes. En rad som er slettet, kan ikke finnes igjen fra id-en',
  },
  audit_head: { what: 'Hvor loggen slutter', whose: nobody, until: 'Så lenge databasen finnes' },
  rounds: { what: 'Når faste jobber sist ble gjort', whose: nobody, until: 'Så lenge databasen finnes' },
  dead_links: {
    what: 'Lenker i tekstene som ikke svarte sist de ble spurt',
    whose: nobody,
    until: 'Til de spørres igjen, en uke senere',
  },
  seen_words: {
    what: 'Hvilke nye ord fra Pusterom noen har sett, for tekster som kommunen har endret',
    whose: nobody,
    until: 'Så lenge databasen finnes',
  },
  courses: {
    what: 'Kurs med påmelding: tittel, datoer og antall plasser',
    whose: nobody,
    until: 'Så lenge databasen finnes',
  },
  sign_ups: {
    what: 'Plass på kurs eller venteliste, tilbud, avmelding og oppmøte',
    whose: 'De som melder seg på kurs',
    until: asSubmission,
  },
  sign_up_messages: {
    what: 'Hva de påmeldte har fått beskjed om, og hvordan',
    whose: 'De som melder seg på kurs',
    until: asSubmission,
  },
  volunteers: {
    what: 'Navn, telefon, e-post, område og ønsker, kryptert. Området også som fingeravtrykk',
    whose: 'Frivillige',
    until: 'Så lenge den frivillige er med, og så lagringstiden til skjemaet',
  },
  referrals: {
    what: 'Hvordan noen kan nås, område, tider og ønsker, kryptert. Hjemmeadresse med egen nøkkel, bare mens den trengs',
    whose: 'Pårørende, og ansatte i hjemmetjenesten',
    until: 'Så lenge henvendelsen er åpen, og så lagringstiden til skjemaet',
  },
  matches: {
    what: 'Hvilken frivillig og hvilken henvendelse, koblingsmøte og behovsavtale, kryptert',
    whose: 'Frivillige og pårørende',
    until: asRecord,
  },
  acts: {
    what: 'Hva som er gjort, av hvem og når. Notater er kryptert, hvert med sin nøkkel',
    whose: 'Frivillige, pårørende og ansatte',
    until: `Notatene: ${asRecord.toLowerCase()}. At noe ble gjort, står uten navn`,
  },
}
