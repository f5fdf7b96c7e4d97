/** The front matter of pages in `content/pages/<locale>/`. The body below it is MDX prose with a few blocks. */
import { z } from 'zod'
import { day, optional, sitePath, text } from './field.ts'
import { type FinderQuestion, finderQuestions } from './finder.ts'
import { answerLabels, questionLabels } from './finder-labels.ts'
import { pictureField } from './picture.ts'
import { checkedAt, source } from './source.ts'

/** Whom a page speaks to. It sets the reading level, the phone at the top and the look. */
export const audiences = ['adults', 'youth', 'children', 'staff'] as const
export type Audience = (typeof audiences)[number]
export const audienceLabels: Readonly<Record<Audience, string>> = {
  adults: 'Voksne',
  youth: 'Unge',
  children: 'Barn',
  staff: 'Ansatte',
}

const words = {
  title: text().max(70).meta({ label: 'Tittel', hint: 'Overskriften på siden' }),
  description: text().max(160).meta({
    label: 'Kort om siden',
    hint: 'Én setning. Vises i lister og i søk',
  }),
  situation: optional(text().max(90)).meta({
    label: 'Situasjon',
    hint: 'Et spørsmål leseren kjenner seg igjen i, for eksempel «Er du mye alene med omsorgen?»',
  }),
  group: optional(text().max(40)).meta({
    label: 'Gruppe',
    hint: 'Overskriften siden står under på forsiden til sin del. Sider med samme ord står sammen',
  }),
  picture: pictureField(),
  searchWords: z
    .array(text())
    .default([])
    .meta({ label: 'Søkeord', hint: 'Andre ord folk kan finne på å søke med', input: 'words' }),
  related: z
    .array(sitePath())
    .default([])
    .meta({ label: 'Relatert', hint: 'Sider det er naturlig å lese etterpå, for eksempel /kafe/' }),
  order: z.int().default(50).meta({ label: 'Rekkefølge', hint: 'Lavt tall kommer først i lister' }),
  owner: text().default('koordinator').meta({
    label: 'Ansvarlig',
    hint: 'Rollen som holder siden ved like. Aldri navnet på en person',
  }),
  reviewBy: optional(day()).meta({ label: 'Se over innen', hint: 'Dagen siden må kontrolleres på nytt' }),
  sources: z.array(source).default([]).meta({ label: 'Kilder', one: 'kilde' }),
}

/** A page of prose without rights: the model, about, for relatives by situation. */
export const articleSchema = z.strictObject(words)
export type Article = z.output<typeof articleSchema>

/** Where a refusal is taken: it decides the «Slik klager du» of a rights page. */
export const complaintRoutes = ['kommunen', 'nav', 'arbeidsgiver', 'vedtaksbrevet', 'ingen'] as const

const answer = <Question extends FinderQuestion>(question: Question) =>
  z.enum(finderQuestions[question]).meta({ choices: answerLabels })
const answersTo = (question: FinderQuestion) => z.array(answer(question)).optional()

const fit = z.strictObject({
  why: text().max(120).meta({
    label: 'Hvorfor den passer',
    hint: 'Én setning til den som får den som svar, for eksempel «Du trenger fri.»',
  }),
  when: z
    .strictObject({
      recipient: answersTo('recipient').meta({ label: questionLabels.recipient }),
      illness: answersTo('illness').meta({ label: questionLabels.illness }),
      load: answersTo('load').meta({ label: questionLabels.load }),
      home: answersTo('home').meta({ label: questionLabels.home }),
      work: answersTo('work').meta({ label: questionLabels.work }),
    })
    .default({})
    .meta({ label: 'Passer bare når', hint: 'Tomt betyr alle. Et annet svar tar rettigheten bort' }),
  helps: z.array(answer('need')).min(1).meta({ label: 'Hjelper den som trenger' }),
})

/** A right or a scheme: the promise first, the rules after, and always a next step, a source and a date. */
export const rightSchema = z.strictObject({
  ...words,
  promise: text().max(220).meta({
    label: 'Løftet',
    hint: 'Én setning om hva du kan få. Den står først på siden',
  }),
  whoDecides: text()
    .max(160)
    .meta({ label: 'Hvem bestemmer', hint: 'For eksempel: Kommunen der den syke bor' }),
  cost: optional(text().max(220)).meta({
    label: 'Hva det koster eller hva du får',
    hint: 'Beløp alltid med årstall, for eksempel «Gratis» eller «1 346 kroner i måneden i 2026»',
  }),
  nextStep: text().max(220).meta({ label: 'Neste steg', hint: 'Det første du kan gjøre, i én setning' }),
  fit: fit.meta({ label: 'Hjelpefinneren', hint: 'Når denne rettigheten er et godt svar' }),
  complaint: z.enum(complaintRoutes).meta({ label: 'Klage', hint: 'Hvor du klager hvis du får nei' }),
  sources: z
    .array(source)
    .min(1, 'En rettighetsside må ha minst én kilde')
    .refine((list) => list.some((each) => each.checkedAt), 'Minst én kilde må ha datoen den ble kontrollert')
    .meta({ label: 'Kilder', one: 'kilde' }),
  reviewBy: day().meta({ label: 'Se over innen', hint: 'Dagen siden må kontrolleres på nytt' }),
})
export type Right = z.output<typeof rightSchema>

/** When the facts of a page were last checked, `2026-07-02`, or nothing where a page states no facts. */
export function pageCheckedAt(page: Pick<Article, 'sources'>): string | undefined {
  return page.sources.some((each) => each.checkedAt) ? checkedAt(page.sources) : undefined
}
