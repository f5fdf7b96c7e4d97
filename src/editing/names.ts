/** How texts name each other: pages by their address, pictures by theirs, laws and places to turn by the name of a file. */
import { fixedPages } from '#editorial/section.ts'
import { localPath, mainLocale } from '#editorial/site.ts'
import { pageOf } from './address.ts'
import { kindAt } from './kind-at.ts'
import { mediaFolder, root } from './place.ts'

/** An address with both slashes, `/media/kafe.jpg`, `law hol` or `contact nb nav`. */
export type Name = string

/** Pages that no text makes, besides those of `fixedPages`. Texts may link to them. */
export const toolPages = [
  { href: '/sok/', title: 'Søk' },
  { href: '/a-til-aa/', title: 'Fra A til Å' },
  { href: '/infoskjerm/', title: 'Infoskjermen' },
  { href: '/logg-inn/', title: 'Logg inn' },
] as const

const media = /(?<![\w/.-])\/media\/[a-z0-9][\w-]*\.(?:jpe?g|png|webp)/g
const address = /(?<![\w/.-])\/(?:[a-z0-9-]+\/)+(?![\w-])/g
const law = /\blaw: ["']?([a-z0-9-]+)/g
const contact = /<Contact\b[^>]*?\bid="([^"]*)"/g

/** @param path of the text, below the root of the repository; its language decides which contacts have words */
export function namesIn(path: string, text: string): Set<Name> {
  const locale = localeOf(path)
  const found = (pattern: RegExp, toName: (word: string) => Name) =>
    [...text.matchAll(pattern)].map(([all, word = all]) => toName(word))
  return new Set([
    ...found(media, (name) => name),
    ...found(address, (name) => name),
    ...found(law, (name) => `law ${name}`),
    ...found(contact, (name) => `contact ${locale} ${name}`),
  ])
}

/** What other texts call a file by; nothing for one that no text names. */
export function nameOf(path: string, municipality: string): Name | undefined {
  if (path.startsWith(`${mediaFolder}/`)) return path.slice(root.length)
  const kind = kindAt(path, municipality)
  const slug = path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, '')
  switch (kind?.name) {
    case undefined:
      return undefined
    case 'laws':
      return `law ${slug}`
    case 'resources':
    case 'localResources':
      return `contact ${mainLocale} ${slug}`
    case 'resourceTexts':
      return `contact ${localeOf(path)} ${slug}`
    default:
      return pageOf(path, municipality)
  }
}

/** Pages that are there whatever the texts are. */
export const madePages = (locales: readonly string[]): string[] => [
  ...[...fixedPages, ...toolPages].map(({ href }) => href),
  ...locales.flatMap((locale) => ['/', '/rettigheter/'].map((path) => localPath(path, locale))),
]

const localeOf = (path: string): string => /^content\/pages\/([^/]+)\//.exec(path)?.[1] ?? mainLocale
