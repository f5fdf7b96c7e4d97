/**
 * What stands on the page after an act, once. The address carries a word from these lists and nothing else: no
 * cookie, no text that somebody else could write into a link, and nothing about people.
 *
 * @example '/koordinator/frivillige/?gjort=samtale' shows doneWords.samtale
 */
export const doneWords = {
  sluppet: 'Innsendingen er sluppet inn. Nå følger det samme som ellers, e-post også.',
  slettet: 'Innsendingen er slettet.',
  'ny-prøve': 'E-posten prøves igjen nå.',
  'lagt-bort': 'E-posten er lagt bort.',
  utlogget: 'Du er logget ut der.',
  fravær: 'Fraværet er lagret.',
  'fravær-bort': 'Fraværet er tatt bort.',
  ringt: 'Samtalen er notert.',
  plass: 'Plassen er gitt.',
  avmeldt: 'Meldt av. Blir en plass ledig, får den neste på ventelisten tilbud om den.',
  oppmøte: 'Oppmøtet er lagret.',
  steg: 'Det er notert.',
  linje: 'Linjen er valgt. Nettstedet følger etter i løpet av to minutter.',
  hoder: 'Antallet er lagret.',
  'lenke-bort': 'Adressen virker ikke lenger.',
  lagret: 'Opplysningene er lagret.',
  notat: 'Notatet er lagret.',
  angret: 'Det er angret.',
  'ny-frivillig': 'Den frivillige er skrevet inn.',
  'ny-henvendelse': 'Henvendelsen er skrevet inn.',
  pause: 'Pausen er skrevet inn.',
  tilbake: 'Det er notert at den frivillige er tilbake.',
  sluttet: 'Det er notert at den frivillige har sluttet.',
  'sagt-ja': 'Henvendelsen venter nå på en frivillig.',
  lukket: 'Henvendelsen er lukket. Hjemmeadressen er ikke lagret lenger.',
  'snakket-stille': 'Samtalen er notert.',
  stille: 'Henvendelsen er lukket. Vi sender ingenting til de pårørende.',
  åpnet: 'Henvendelsen er åpen igjen.',
  adresse: 'Adressen er lagret. Den slettes når henvendelsen lukkes.',
  'slått-sammen': 'De to er slått sammen.',
  'slettet-person': 'Opplysningene er slettet. Loggen viser at det er gjort.',
  foreslått: 'Koblingen er foreslått. Neste steg er å avtale et koblingsmøte.',
  møte: 'Koblingsmøtet er avtalt.',
  'møte-holdt': 'Møtet er notert. Neste steg er behovsavtalen.',
  avtale: 'Behovsavtalen er lagret. Dere ringer begge to uker etter start.',
  gjennomgang: 'Notert. Dagen for neste gjennomgang er lagret.',
  endring: 'Notert. Skriv den nye avtalen her.',
  'oppdrag-slutt': 'Oppdraget er avsluttet.',
  'ble-ikke': 'Notert at det ikke ble noe av. Henvendelsen venter videre.',
  journal: 'Notert at primærkontakten har fått beskjed om journalen.',
  'gått-tilbake': 'Nettstedet viser den forrige utgaven om noen sekunder. Ingen tekster er borte.',
  sett: 'Deres tekst står som den er. Får Pusterom nye ord igjen, kommer den tilbake på listen.',
  'publisert-igjen': 'Det siste som er lagret, er på vei ut nå.',
} as const

/** Why nothing was done, and what to do then. */
export const undoneWords = {
  antall: 'Ikke lagret: skriv et helt tall fra 0 til 500.',
  endret: 'Ikke gjort: noen andre rakk det først. Slik er det nå.',
  'uten-skjema': 'Ikke gjort: skjemaet eller kurset finnes ikke lenger. Ring den som skrev.',
  'har-kobling': 'Ikke gjort: den ene har en kobling som ikke er avsluttet. Avslutt den først.',
  'ikke-ledig': 'Ikke gjort: den frivillige eller henvendelsen er ikke klar for en kobling lenger.',
  'ring-først': 'Ikke gjort: ring først, og noter samtalen.',
  'ingen-eldre': 'Ikke gjort: det finnes ingen tidligere utgave å gå tilbake til.',
  feil: 'Ikke gjort: noe gikk galt hos oss. Prøv igjen om litt.',
} as const

export type Done = keyof typeof doneWords
export type Undone = keyof typeof undoneWords

/** After a death: said without any sign of success. */
const quiet: readonly string[] = ['stille', 'snakket-stille'] satisfies Done[]

/** The words for an address, if it carries one of ours. */
export function wordsAfter(
  query: URLSearchParams,
): { text: string; done: boolean; quiet?: boolean } | undefined {
  const find = (words: Readonly<Record<string, string>>, name: string) => {
    const word = query.get(name) ?? ''
    return Object.hasOwn(words, word) ? words[word] : undefined
  }
  const done = find(doneWords, 'gjort')
  const undone = find(undoneWords, 'ikke')
  if (undone) return { text: undone, done: false }
  if (done === undefined) return undefined
  const isQuiet = quiet.includes(query.get('gjort') ?? '')
  return { text: done, done: true, ...(isQuiet && { quiet: true }) }
}
