/** Reads a content folder for the editorial report: each file by the schema of its place, and what it says. */
import { z } from 'zod'
import { cafeSchema } from '#calendar/cafe.ts'
import { checkPage } from '#editorial/mdx.ts'
import { type ModelStepText, modelStepSchema, textsOf } from '#editorial/model-step.ts'
import { type Municipality, municipalitySchema } from '#editorial/municipality.ts'
import { type Article, articleSchema, type Right, rightSchema } from '#editorial/page.ts'
import { partnerSchema } from '#editorial/partner.ts'
import { type ProseBlock, proseBlocks } from '#editorial/prose.ts'
import type { LocalFolder } from '#editorial/report/blanks.ts'
import { localFolders } from '#editorial/report/blanks.ts'
import type { Confirmable, ReportedContent, ReportedPage } from '#editorial/report/content.ts'
import type { Finding } from '#editorial/report/finding.ts'
import { resourceSchema } from '#editorial/resource.ts'
import { type SectionName, sections } from '#editorial/section.ts'
import { mainLocale } from '#editorial/site.ts'
import { type ContentFile, readContentFiles } from './content-files.ts'

const inNorwegian = { error: z.locales.no().localeError }

/** @throws when the municipality's own file cannot be read; of other files the report says what is wrong */
export async function readReportContent(contentFolder: string, name: string): Promise<ReportedContent> {
  const files = await readContentFiles(contentFolder, name)
  const broken: Finding[] = []
  /** The files of one place that follow its schema. */
  function list<Schema extends z.ZodType>(place: RegExp, schema: Schema) {
    return files.flatMap((content) => {
      if (!place.test(content.path)) return []
      const { data, error } = schema.safeParse(content.data, inNorwegian)
      if (error) broken.push({ file: content.file, lines: error.issues.map(sayIssue) })
      return error ? [] : [{ content, data }]
    })
  }

  const [own] = list(/^municipalities\/[^/]+\/municipality\.yaml$/, municipalitySchema)
  if (!own) throw new Error(`${contentFolder}/municipalities/${name}/municipality.yaml kan ikke leses`)
  const cafes = list(/\/cafes\/[^/]+\.yaml$/, cafeSchema)
  const partners = list(/\/partners\/[^/]+\.yaml$/, partnerSchema)
  const resources = list(/^(municipalities\/[^/]+\/)?resources\/[^/]+\.yaml$/, resourceSchema)
  const pages = [
    ...list(/^pages\/[^/]+\/rights\/[^/]+\.mdx$/, rightSchema),
    ...list(/^pages\/[^/]+\/(?!rights\/)[^/]+\/[^/]+\.mdx$/, articleSchema),
    ...list(/^model-steps\/[^/]+\.mdx$/, modelStepSchema),
  ].flatMap(({ content, data }) => {
    const problems = checkPage(content.text)
    if (problems.length === 0) return [toPage(content, data)]
    broken.push({ file: content.file, lines: problems.map((each) => `Linje ${each.line}: ${each.message}`) })
    return []
  })
  return {
    municipality: { file: own.content.file, name: own.data.officialName, approvedAt: own.data.approvedAt },
    own: { file: own.content.file, data: own.data, counts: countLocal(files) },
    offices: officesOf(own.content.file, own.data),
    cafes: cafes.map(({ content: { file }, data }) => ({
      file,
      name: data.title,
      confirmedAt: data.confirmedAt,
      seenYear: data.seenYear,
    })),
    resources: resources.map(({ content: { file }, data }) => ({
      file,
      name: data.name,
      confirmedAt: data.confirmedAt,
      seenYear: data.seenYear,
      reach: [data.phone, data.website].filter(Boolean).join(' eller '),
    })),
    partners: partners.map(({ content: { file }, data }) => ({
      file,
      name: data.name,
      confirmedAt: data.confirmedAt,
      reach: data.website,
    })),
    pages,
    texts: files
      .filter(({ path }) => path.endsWith('.yaml') && !/^(laws|search)\//.test(path))
      .map(({ file, data }) => ({ file, blocks: fieldBlocks(data) })),
    broken,
  }
}

/** A page as the report sees it. */
export function toPage(
  { file, path, body }: Pick<ContentFile, 'file' | 'path' | 'body'>,
  data: Article | Right | ModelStepText,
): ReportedPage {
  const [root = '', locale = '', folder = '', name = ''] = path.replace(/\.mdx$/, '').split('/')
  if ('checklist' in data)
    return {
      file,
      locale: mainLocale,
      name: `${root}/${locale}`,
      audience: 'staff',
      data,
      blocks: [...fieldBlocks(textsOf(data)), ...proseBlocks(body)],
    }
  const fields = 'promise' in data ? [data.promise, data.nextStep, data.whoDecides, data.cost] : []
  return {
    file,
    locale,
    name: `${folder}/${name}`,
    audience: sections[folder as SectionName]?.audience ?? 'adults',
    data,
    blocks: [...fieldBlocks(fields), ...proseBlocks(body)],
  }
}

/** Every text of a file of fields. */
export function fieldBlocks(value: unknown): ProseBlock[] {
  if (typeof value === 'string') return [{ text: value, context: value }]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(fieldBlocks) : []
}

function countLocal(files: readonly ContentFile[]): Record<LocalFolder, number> {
  const count = (folder: LocalFolder) =>
    files.filter(({ path }) => new RegExp(`^municipalities/[^/]+/${folder}/`).test(path)).length
  return Object.fromEntries(localFolders.map((folder) => [folder, count(folder)])) as Record<
    LocalFolder,
    number
  >
}

/** In the order of what a reader misses most. */
const officeNames = {
  respite: 'Koordinator for frivillig avlastning',
  switchboard: 'Servicekontor',
  allocation: 'Tildelingskontor',
  volunteerCentre: 'Frivilligsentral',
} as const satisfies Partial<Record<keyof Municipality, string>>

function officesOf(file: string, municipality: Municipality): Confirmable[] {
  return Object.entries(officeNames).map(([key, office]) => {
    const known = municipality[key as keyof typeof officeNames]
    if (!known) return { file, name: `${office} (${key})` }
    const { confirmedAt, seenYear, phone, website } = known
    const reach = [phone, website].filter(Boolean).join(' eller ')
    return { file, name: `${known.name} (${key})`, confirmedAt, seenYear, reach }
  })
}

const sayIssue = ({ path, message }: z.core.$ZodIssue) => `${path.join('.') || 'Hele filen'}: ${message}`
