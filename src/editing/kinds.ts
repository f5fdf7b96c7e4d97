/**
 * Every kind of file that content is made of: where it lies, and the schema that it follows. The build, the check
 * before a commit and the CMS all read this one list.
 */
import type { z } from 'zod'
import { cafeSchema } from '#calendar/cafe.ts'
import { courseSchema } from '#calendar/course.ts'
import { complaintsSchema } from '#editorial/complaint.ts'
import { finderSchema } from '#editorial/finder-words.ts'
import { frontSchema } from '#editorial/front.ts'
import { lawSchema } from '#editorial/law.ts'
import { mishapsSchema } from '#editorial/mishap.ts'
import { municipalitySchema } from '#editorial/municipality.ts'
import { noticeSchema } from '#editorial/notice.ts'
import { articleSchema, rightSchema } from '#editorial/page.ts'
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
}

export const kinds = {
  front: { folder: 'pages', pattern: '*/front.yaml', schema: frontSchema },
  interface: { folder: 'pages', pattern: '*/interface.yaml', schema: interfaceSchema },
  courseMail: { folder: 'pages', pattern: '*/course-mail.yaml', schema: courseMailSchema },
  complaints: { folder: 'pages', pattern: '*/complaints.yaml', schema: complaintsSchema },
  mishaps: { folder: 'pages', pattern: '*/mishaps.yaml', schema: mishapsSchema },
  finder: { folder: 'pages', pattern: '*/finder.yaml', schema: finderSchema },
  young: { folder: 'pages', pattern: '*/young.yaml', schema: youngSchema },
  screen: { folder: 'pages', pattern: '*/screen.yaml', schema: screenSchema },
  search: { folder: 'pages', pattern: '*/search.yaml', schema: searchPageSchema },
  resourcePage: { folder: 'pages', pattern: '*/resources.yaml', schema: resourcePageSchema },
  searchWords: { folder: 'search', pattern: 'words.yaml', schema: searchWordsSchema },
  rights: { folder: 'pages', pattern: '*/rights/*.mdx', schema: rightSchema },
  articles: { folder: 'pages', pattern: '*/!(rights)/*.mdx', schema: articleSchema },
  laws: { folder: 'laws', pattern: '*.yaml', schema: lawSchema },
  resourceTexts: { folder: 'pages', pattern: '*/resources/*.yaml', schema: resourceTextSchema },
  resources: { folder: 'resources', pattern: '*.yaml', schema: resourceSchema },
  forms: { folder: 'forms', pattern: '*.yaml', schema: formWordsSchema },
  municipality: { folder: '', pattern: 'municipality.yaml', schema: municipalitySchema, local: true },
  localResources: { folder: 'resources', pattern: '*.yaml', schema: resourceSchema, local: true },
  notices: { folder: 'notices', pattern: '*.yaml', schema: noticeSchema, local: true },
  cafes: { folder: 'cafes', pattern: '*.yaml', schema: cafeSchema, local: true },
  courses: { folder: 'courses', pattern: '*.yaml', schema: courseSchema, local: true },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof kinds

/**
 * Where the files of a kind lie, below `content/`.
 *
 * @example folderOf(kinds.cafes, 'hamar') // 'municipalities/hamar/cafes'
 */
export const folderOf = ({ folder, local }: Kind, municipality: string): string =>
  local ? ['municipalities', municipality, folder].filter(Boolean).join('/') : folder
