/** What an editor sees instead of the questions and answers of the finder, as code knows them. */
import type { FinderQuestion, finderQuestions } from './finder.ts'

type Answer = (typeof finderQuestions)[FinderQuestion][number]

export const answerLabels: Readonly<Record<Answer, string>> = {
  child: 'Barn under 18 år',
  grownChild: 'Voksent barn',
  partner: 'Ektefelle eller samboer',
  parent: 'Forelder',
  other: 'Noe annet',
  dementia: 'Demens',
  serious: 'Alvorlig sykdom',
  mental: 'Psykisk sykdom eller rus',
  disability: 'Funksjonsnedsettelse',
  death: 'Dødsfall',
  some: 'Litt',
  much: 'Mye',
  constant: 'Hele tiden',
  together: 'Sammen med deg',
  ownHome: 'I eget hjem',
  institution: 'På institusjon',
  employed: 'I jobb',
  notEmployed: 'Ikke i jobb',
  rest: 'Fri og hvile',
  money: 'Penger',
  leave: 'Fri fra jobben',
  knowledge: 'Kunnskap',
  say: 'Å bli hørt',
  someone: 'Noen å snakke med',
}

export const questionLabels: Readonly<Record<FinderQuestion, string>> = {
  recipient: 'Hvem du hjelper',
  illness: 'Hva det handler om',
  load: 'Hvor mye du hjelper',
  home: 'Hvor den syke bor',
  work: 'Om du er i jobb',
  need: 'Hva du trenger',
}
