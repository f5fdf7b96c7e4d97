/** A text on paper: an attachment, a part of the course folder. Page, PDF and DOCX are drawn from the same sheet. */
import type { BlockWords } from '#editorial/block-words.ts'
import type { ProseRoot } from '#editorial/prose.ts'

export interface Sheet {
  readonly title: string
  /** One or two sentences below the title. */
  readonly intro?: string
  /** What readBody() gives, with placeholders filled. Its headings begin at level 2. */
  readonly body: ProseRoot
  /** BCP 47. */
  readonly language: 'nb' | 'nn' | 'en'
  /** The day of the version, `2026-11-22`: the only clock a sheet knows. */
  readonly date: string
  readonly meta: SheetMeta
  /** The words that blocks bring themselves, in the language of the sheet. */
  readonly words: BlockWords
  /** The public address of the site, `https://…`: what a path in the text leads to. */
  readonly site: string
}

export interface Credit {
  readonly text: string
  readonly href: string
  /** The address as one reads it on paper: `ergoterapeutene.org`. */
  readonly shown: string
}

/** Whose the sheet is, and which. */
export interface SheetMeta {
  /** Such as `1.0`. */
  readonly version: string
  /** The role that keeps it up to date. */
  readonly owner: string
  /** The official name. */
  readonly municipality: string
  /** That the words are ours: «Laget av prosjektet». */
  readonly mark: string
  /** Whose idea it was, where it was somebody else's. */
  readonly credit?: Credit
}

/**
 * The line at the end of a sheet, the same on the page, in the PDF and in the DOCX.
 *
 * @example endingOf(sheet) // 'Fjordvik kommune · Versjon 1.0, 22. november 2026 · Ansvarlig: koordinator · Laget av prosjektet'
 */
export const endingOf = ({ meta, date }: Pick<Sheet, 'meta' | 'date'>): string =>
  [
    meta.municipality,
    `Versjon ${meta.version}, ${longDate(date)}`,
    `Ansvarlig: ${meta.owner}`,
    meta.mark,
  ].join(' · ')

const longDate = (date: string) =>
  new Date(date).toLocaleDateString('nb', { dateStyle: 'long', timeZone: 'UTC' })
