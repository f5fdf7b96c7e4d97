/**
 * Every kind of file that content is made of: where it lies, and the schema that it follows. The build, the check
 * before a commit and the CMS all read this one list.
 */
import type { z } from 'zod'
import { cafeSchema } from '#calendar/cafe.ts'
import { courseSchema } from '#calendar/course.ts'
import { attachmentSchema, coursePartSchema } from '#editorial/attachment.ts'
import { attachmentPageSchema } from '#editorial/attachment-page.ts'
import { channelsSchema } from '#editorial/channel.ts'
import { complaintsSchema } from '#editorial/complaint.ts'
import { finderSchema } from '#editorial/finder-words.ts'
import { flyerSchema } from '#editorial/flyer.ts'
import { flyerPageSchema } from '#editorial/flyer-page.ts'
import { frontSchema } from '#editorial/front.ts'
import { lawSchema } from '#editorial/law.ts'
import { mishapsSchema } from '#editorial/mishap.ts'
import { modelStepSchema } from '#editorial/model-step.ts'
import { modelWordsSchema } from '#editorial/model-words.ts'
import { municipalitySchema } from '#editorial/municipality.ts'
import { noticeSchema } from '#editorial/notice.ts'
import { articleSchema, rightSchema } from '#editorial/page.ts'
import { partnerSchema, pressSchema } from '#editorial/partner.ts'
import { quoteSchema } from '#editorial/quote.ts'
import { resourceSchema } from '#editorial/resource.ts'
import { resourcePageSchema } from '#editorial/resource-page.ts'
import { resourceTextSchema } from '#editorial/resource-text.ts'
import { screenSchema } from '#editorial/screen.ts'
import { searchPageSchema } from '#editorial/search-page.ts'
import { interfaceSchema } from '#editorial/site.ts'
import { youngSchema } from '#editorial/young.ts'
import { courseMailSchema } from '#forms/course-mail.ts'
import { formWordsSchema } from '#forms/forms.ts'
import { searchWordsSchema } from '#search/words.ts'

export interface Kind {
  /** Below `content/`, or below the municipality's own folder when the kind is local. */
  readonly folder: string
  /** Below the folder. Where it ends in a fixed name, the site cannot be without the file. */
  readonly pattern: string
  readonly schema: z.ZodType
  readonly local?: true
  /** The kinds whose files it holds in other languages, each under the same name; in Norwegian it has no files. */
  readonly translates?: readonly string[]
  /** Where it stands in the menu of the CMS. */
  readonly group: Group
  /** What the menu calls it, in Norwegian: in the plural where there are many files. */
  readonly label: string
  /** One of many, after «Ny»: «kafé». Only where an editor may add one. */
  readonly labelSingular?: string
  /** One sentence above the list, in Norwegian. */
  readonly hint?: string
}

/** The parts of the menu of the CMS, from what changes every week to what hardly changes. */
export const groups = {
  dates: 'Det som skjer',
  pages: 'Sider',
  resources: 'Tilbud',
  paper: 'Papir',
  municipality: 'Kommunen',
  words: 'Faste tekster',
  languages: 'Andre språk',
} as const
export type Group = keyof typeof groups

export const kinds = {
  front: { folder: 'pages', pattern: '*/front.yaml', schema: frontSchema, group: 'words', label: 'Forsiden' },
  interface: {
    folder: 'pages',
    pattern: '*/interface.yaml',
    schema: interfaceSchema,
    group: 'words',
    label: 'Ord rundt alle sider',
    hint: 'Menyen, bunnen av siden og navnene på delene',
  },
  courseMail: {
    folder: 'pages',
    pattern: '*/course-mail.yaml',
    schema: courseMailSchema,
    group: 'words',
    label: 'E-post om kurs',
    hint: 'Det som folk på et kurs får vite',
  },
  complaints: {
    folder: 'pages',
    pattern: '*/complaints.yaml',
    schema: complaintsSchema,
    group: 'words',
    label: 'Hvis du får nei',
    hint: 'Slik klager du, ett svar for hvert sted',
  },
  mishaps: {
    folder: 'pages',
    pattern: '*/mishaps.yaml',
    schema: mishapsSchema,
    group: 'words',
    label: 'Når noe går galt',
    hint: 'Sidene som vises når en adresse eller en innsending ikke virker',
  },
  finder: {
    folder: 'pages',
    pattern: '*/finder.yaml',
    schema: finderSchema,
    group: 'words',
    label: 'Hjelpefinneren',
    hint: 'Spørsmålene og ordene rundt svarene',
  },
  young: {
    folder: 'pages',
    pattern: '*/young.yaml',
    schema: youngSchema,
    group: 'words',
    label: 'Ord for barn og unge',
    hint: 'Menyen, utveien og kortet til en voksen',
  },
  screen: {
    folder: 'pages',
    pattern: '*/screen.yaml',
    schema: screenSchema,
    group: 'words',
    label: 'Infoskjermen',
  },
  search: {
    folder: 'pages',
    pattern: '*/search.yaml',
    schema: searchPageSchema,
    group: 'words',
    label: 'Søket',
  },
  resourcePage: {
    folder: 'pages',
    pattern: '*/resources.yaml',
    schema: resourcePageSchema,
    group: 'words',
    label: 'Siden med alle tilbud',
  },
  searchWords: {
    folder: 'search',
    pattern: 'words.yaml',
    schema: searchWordsSchema,
    group: 'words',
    label: 'Søkeord',
    hint: 'Ord folk bruker om det som sidene kaller noe annet',
  },
  rights: {
    folder: 'pages',
    pattern: '*/rights/*.mdx',
    schema: rightSchema,
    group: 'pages',
    label: 'Rettigheter',
    labelSingular: 'rettighet',
  },
  articles: {
    folder: 'pages',
    pattern: '*/!(rights)/*.mdx',
    schema: articleSchema,
    group: 'pages',
    label: 'Sider',
    labelSingular: 'side',
  },
  laws: {
    folder: 'laws',
    pattern: '*.yaml',
    schema: lawSchema,
    group: 'resources',
    label: 'Lover',
    labelSingular: 'lov',
    hint: 'Lovene som sidene kan vise til',
  },
  resourceTexts: {
    folder: 'pages',
    pattern: '*/resources/*.yaml',
    schema: resourceTextSchema,
    group: 'resources',
    label: 'Tilbud',
    translates: ['resources', 'localResources'],
  },
  resources: {
    folder: 'resources',
    pattern: '*.yaml',
    schema: resourceSchema,
    group: 'resources',
    label: 'Nasjonale tilbud',
    labelSingular: 'nasjonalt tilbud',
    hint: 'Står hos alle kommuner som bruker Pusterom',
  },
  forms: {
    folder: 'forms',
    pattern: '*.yaml',
    schema: formWordsSchema,
    group: 'words',
    label: 'Skjemaer',
    hint: 'Ordene i skjemaene. Spørsmålene selv ligger fast',
  },
  modelWords: {
    folder: 'pages',
    pattern: '*/model.yaml',
    schema: modelWordsSchema,
    group: 'words',
    label: 'Ord rundt modellen',
    hint: 'Overskriftene på sidene under /modellen/',
  },
  modelSteps: {
    folder: 'model-steps',
    pattern: '*.mdx',
    schema: modelStepSchema,
    group: 'pages',
    label: 'De sju trinnene',
    hint: 'Én fil for hvert trinn i modellen. Teksten under feltene sier hvorfor',
  },
  quotes: {
    folder: 'quotes',
    pattern: '*.yaml',
    schema: quoteSchema,
    group: 'pages',
    label: 'Sitater',
    labelSingular: 'sitat',
    hint: 'Ord for ord, med kilde og år',
  },
  flyers: {
    folder: 'flyers',
    pattern: '*.yaml',
    schema: flyerSchema,
    group: 'paper',
    label: 'Plakater',
    hint: 'Ordene på hver plakat. Datoer og telefon fyller de ut selv',
  },
  channels: {
    folder: 'channels',
    pattern: 'channels.yaml',
    schema: channelsSchema,
    group: 'paper',
    label: 'Hvor plakater henger',
    hint: 'Hvert sted får sin egen kode, så dere ser hvilken plakat som ga påmeldinger',
  },
  flyerPage: {
    folder: 'pages',
    pattern: '*/flyers.yaml',
    schema: flyerPageSchema,
    group: 'words',
    label: 'Siden med alle plakater',
  },
  attachmentPage: {
    folder: 'pages',
    pattern: '*/attachments.yaml',
    schema: attachmentPageSchema,
    group: 'words',
    label: 'Ord rundt vedleggene',
    hint: 'Listen over vedlegg, filene og kursmappa',
  },
  attachments: {
    folder: 'attachments',
    pattern: '*.mdx',
    schema: attachmentSchema,
    group: 'paper',
    label: 'Vedlegg',
    labelSingular: 'vedlegg',
    hint: 'Avtaler, sjekklister og ark til modellen. De kommer ut som side, PDF og Word',
  },
  courseFolder: {
    folder: 'course-folder',
    pattern: '*.mdx',
    schema: coursePartSchema,
    group: 'paper',
    label: 'Kursmappa',
    hint: 'De fire kurskveldene, og det som hører til',
  },
  municipality: {
    folder: '',
    pattern: 'municipality.yaml',
    schema: municipalitySchema,
    local: true,
    group: 'municipality',
    label: 'Om kommunen',
    hint: 'Kontorer, telefonnumre og hva som er bekreftet',
  },
  localResources: {
    folder: 'resources',
    pattern: '*.yaml',
    schema: resourceSchema,
    local: true,
    group: 'resources',
    label: 'Lokale tilbud',
    labelSingular: 'lokalt tilbud',
  },
  partners: {
    folder: 'partners',
    pattern: '*.yaml',
    schema: partnerSchema,
    local: true,
    group: 'municipality',
    label: 'Samarbeidspartnere',
    labelSingular: 'samarbeidspartner',
    hint: 'Vises når de har sagt ja',
  },
  press: {
    folder: 'press',
    pattern: '*.yaml',
    schema: pressSchema,
    local: true,
    group: 'municipality',
    label: 'I avisa',
    labelSingular: 'presseklipp',
  },
  notices: {
    folder: 'notices',
    pattern: '*.yaml',
    schema: noticeSchema,
    local: true,
    group: 'dates',
    label: 'Meldinger',
    labelSingular: 'melding',
    hint: 'Står øverst på alle sider, fra en dag til en annen',
  },
  cafes: {
    folder: 'cafes',
    pattern: '*.yaml',
    schema: cafeSchema,
    local: true,
    group: 'dates',
    label: 'Kafeer',
    labelSingular: 'kafé',
    hint: 'Datoer, avlysninger, temaer og sted',
  },
  courses: {
    folder: 'courses',
    pattern: '*.yaml',
    schema: courseSchema,
    local: true,
    group: 'dates',
    label: 'Kurs og samlinger',
    labelSingular: 'kurs eller samling',
  },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof kinds

/**
 * Where the files of a kind lie, below `content/`.
 *
 * @example folderOf(kinds.cafes, 'hamar') // 'municipalities/hamar/cafes'
 */
export const folderOf = ({ folder, local }: Kind, municipality: string): string =>
  local ? ['municipalities', municipality, folder].filter(Boolean).join('/') : folder
