/** The attachments and the course folder as files: what their pages, their zip and their tests all take. */
import type { CoursePart } from '#editorial/attachment.ts'
import { fillPlaceholders, type Placeholders, placeholdersOf } from '#editorial/placeholders.ts'
import { readBody } from '#editorial/prose.ts'
import { type Book, bookDocx, bookPdf } from '#paper/book.ts'
import type { Sheet } from '#paper/sheet.ts'
import { sheetDocx } from '#paper/sheet-docx.ts'
import { sheetPdf } from '#paper/sheet-pdf.ts'
import { zip } from '#paper/zip.ts'
import { oncePerTexts } from '#texts/scope.ts'
import {
  getAttachmentPage,
  getMunicipality,
  getSite,
  listAttachments,
  listCourseParts,
  type PaperText,
} from './content.ts'
import { kept } from './kept.ts'

/** A text as it goes on paper, with the municipality's own words filled in. */
export async function sheetOf({ data, body }: PaperText, site: string): Promise<Sheet> {
  const words: Placeholders = placeholdersOf(await getMunicipality(), site)
  const credit = 'credit' in data ? data.credit : undefined
  return {
    ...(await around(site)),
    title: data.title,
    intro: data.description,
    date: data.changedAt,
    body: readBody(body, (text) => fillPlaceholders(text, words)),
    meta: {
      ...(await metaOf(data)),
      ...(credit && { credit: { text: credit.text, href: credit.link, shown: hostOf(credit.link) } }),
    },
  }
}

const hostOf = (address: string) => new URL(address).host.replace(/^www[.]/, '')

/** The course folder as a whole. Its day is that of the part that was changed last. */
async function getCourseBook(site: string): Promise<Book> {
  const texts = await listCourseParts()
  const { course } = await getAttachmentPage()
  const newest = await getNewestPart()
  return {
    ...(await around(site)),
    title: course.title,
    intro: course.description,
    date: newest.changedAt,
    contents: { heading: course.contents, page: course.page },
    parts: await Promise.all(texts.map((text) => sheetOf(text, site))),
    meta: await metaOf(newest),
  }
}

/** The part of the course folder that was changed last: its version and date are those of the folder. */
export async function getNewestPart(): Promise<CoursePart> {
  const parts = (await listCourseParts()).map(({ data }) => data)
  const [newest] = parts.sort((a, b) => b.changedAt.localeCompare(a.changedAt))
  if (!newest) throw new Error('expected parts in content/course-folder, got none')
  return newest
}

async function metaOf({ version, owner }: PaperText['data']): Promise<Sheet['meta']> {
  const { mark } = await getAttachmentPage()
  return { version: `${version}`, owner, municipality: (await getMunicipality()).officialName, mark }
}

const around = async (site: string) => ({
  language: 'nb' as const,
  words: (await getSite()).words.blocks,
  site,
})

/** One file that a reader can fetch. */
export interface PrintedFile {
  readonly kind: 'pdf' | 'docx'
  readonly href: string
  /** Within the zip. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** The two files of an attachment. */
export const filesOf = async ({ slug }: PaperText, site: string): Promise<PrintedFile[]> =>
  (await filesOfAttachments(site)).get(slug) ?? []

const filesOfAttachments = oncePerTexts(async (site: string) => {
  const texts = await listAttachments()
  return new Map(
    await Promise.all(texts.map(async (text) => [text.slug, await printBoth(text, site)] as const)),
  )
})

async function printBoth(text: PaperText, site: string): Promise<PrintedFile[]> {
  const sheet = await sheetOf(text, site)
  return [
    fileAt(text.path, 'pdf', await kept('sheet.pdf', sheet, sheetPdf)),
    fileAt(text.path, 'docx', await kept('sheet.docx', sheet, sheetDocx)),
  ]
}

/** The two files of the whole course folder. */
export const filesOfCourse = oncePerTexts(async (site: string): Promise<PrintedFile[]> => {
  const book = await getCourseBook(site)
  return [
    fileAt('/modellen/kursmappe/', 'pdf', await kept('book.pdf', book, bookPdf)),
    fileAt('/modellen/kursmappe/', 'docx', await kept('book.docx', book, bookDocx)),
  ]
})

/** All of them: what lies in the zip, and how large it is. */
export const bundleOf = oncePerTexts(async (site: string) => {
  const files = [...(await filesOfAttachments(site)).values(), await filesOfCourse(site)].flat()
  return { files, bytes: zip(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))) }
})

/** @example fileAt('/modellen/vedlegg/livsarket/', 'pdf', bytes).href // '/modellen/vedlegg/livsarket.pdf' */
function fileAt(path: string, kind: PrintedFile['kind'], bytes: Uint8Array): PrintedFile {
  const href = `${path.replace(/\/$/, '')}.${kind}`
  return { kind, href, name: href.slice(href.lastIndexOf('/') + 1), bytes }
}
