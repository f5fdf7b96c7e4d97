/** The files of the site as the CMS needs to know them: which there are, what they are called, and where they lead. */
import { parseDocument } from 'yaml'
import { fixedPages } from '#editorial/section.ts'
import { localPath, mainLocale } from '#editorial/site.ts'
import { definitions } from '#forms/forms.ts'
import { pageOf } from '../address.ts'
import { toolPages } from '../names.ts'
import { root } from '../place.ts'
import type { Choice, Lists } from './widget.ts'

export interface Texts {
  has(path: string): boolean
  /** The names of the files right in a folder, in order. */
  namesIn(folder: string): readonly string[]
  /** What a file is called on the site; without a title its name. */
  titleOf(path: string): string
  /** The main language first. */
  readonly locales: readonly string[]
  /** What a language calls itself. */
  languageOf(locale: string): string
  fieldsOf(path: string): Readonly<Record<string, unknown>>
  readonly paths: readonly string[]
}

/** @param files path below `content/` → text */
export function openTexts(files: ReadonlyMap<string, string>): Texts {
  const paths = [...files.keys()].sort()
  const read = new Map<string, Record<string, unknown>>()
  const fieldsOf = (path: string) => {
    const known = read.get(path) ?? readFields(path, files.get(path) ?? '')
    read.set(path, known)
    return known
  }
  const locales = paths.flatMap((path) => /^pages\/([^/]+)\/interface\.yaml$/.exec(path)?.[1] ?? [])
  return {
    paths,
    fieldsOf,
    has: (path) => files.has(path),
    namesIn: (folder) =>
      paths.flatMap((path) => {
        const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '/'
        return name.includes('/') ? [] : name
      }),
    titleOf: (path) => {
      const { title, name } = fieldsOf(path)
      return String(name ?? title ?? path.replace(/^.*\/|\.[a-z]+$/g, ''))
    },
    locales: [mainLocale, ...locales.filter((each) => each !== mainLocale)],
    languageOf: (locale) => String(fieldsOf(`pages/${locale}/interface.yaml`).language ?? locale),
  }
}

/** Nothing of a file that cannot be read: it can still be opened and put right. */
function readFields(path: string, text: string): Record<string, unknown> {
  const front = path.endsWith('.mdx') ? /^---\r?\n([\s\S]*?\r?\n)---/.exec(text)?.[1] : text
  const { errors, contents } = parseDocument(front ?? '')
  const fields = errors.length === 0 ? contents?.toJSON() : undefined
  return fields !== null && typeof fields === 'object' ? fields : {}
}

/** What may be chosen in fields that name other content, with the words of the texts themselves. */
export function listsOf(texts: Texts, municipality: string): Lists {
  const local = `municipalities/${municipality}`
  const titled = (folder: string, toValue: (slug: string) => string): Choice[] =>
    texts.namesIn(folder).map((file) => ({
      value: toValue(file.replace(/\.[a-z]+$/, '')),
      label: texts.titleOf(`${folder}/${file}`),
    }))
  const form = definitions.map(({ key }) => ({ value: key, label: texts.titleOf(`forms/${key}.yaml`) }))
  const pages = texts.paths.flatMap((path) => {
    const href = pageOf(`${root}/${path}`, municipality)
    return href ? [{ value: href, label: texts.titleOf(path) }] : []
  })
  const fronts = texts.locales.flatMap((locale) => [
    { value: localPath('/', locale), label: `Forsiden (${texts.languageOf(locale)})` },
    { value: localPath('/rettigheter/', locale), label: `Alle rettigheter (${texts.languageOf(locale)})` },
  ])
  const made = [...fixedPages, ...toolPages].map(({ href, title }) => ({ value: href, label: title }))
  const paths = new Map([...pages, ...fronts, ...made].map((each) => [each.value, each]))
  return {
    form,
    law: titled('laws', (slug) => slug),
    resource: [...titled('resources', (slug) => slug), ...titled(`${local}/resources`, (slug) => slug)],
    path: [...paths.values()].map(({ value, label }) => ({ value, label: `${label} (${value})` })),
  }
}
