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
  avmeldt: 'Meldt av. Plassen går til den neste på ventelisten.',
  oppmøte: 'Oppmøtet er lagret.',
} as const

/** Why nothing was done, and what to do then. */
export const undoneWords = {
  endret: 'Ikke gjort: noen andre rakk det først. Slik er det nå.',
  'uten-skjema': 'Ikke gjort: skjemaet eller kurset finnes ikke lenger. Ring den som skrev.',
  feil: 'Ikke gjort: noe gikk galt hos oss. Prøv igjen om litt.',
} as const

export type Done = keyof typeof doneWords
export type Undone = keyof typeof undoneWords

/** The words for an address, if it carries one of ours. */
export function wordsAfter(query: URLSearchParams): { text: string; done: boolean } | undefined {
  const find = (words: Readonly<Record<string, string>>, name: string) => {
    const word = query.get(name) ?? ''
    return Object.hasOwn(words, word) ? words[word] : undefined
  }
  const done = find(doneWords, 'gjort')
  const undone = find(undoneWords, 'ikke')
  if (undone) return { text: undone, done: false }
  return done === undefined ? undefined : { text: done, done: true }
}
