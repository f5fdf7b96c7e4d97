/**
 * What stands in square brackets in a text that goes on paper, and becomes the municipality's own words:
 * `Ring [koordinator] på [telefon]`.
 */
import type { Municipality } from './municipality.ts'

export const placeholderNames = ['kommune', 'koordinator', 'telefon', 'nettsted'] as const
export type Placeholders = Readonly<Record<(typeof placeholderNames)[number], string>>

/** What somebody fills in by hand where nobody has confirmed a fact. */
export const openLine = '____________________'

/**
 * The words of a municipality. A number that nobody has confirmed is an open line: paper lies around for years.
 *
 * @param site the public address of the site
 * @example placeholdersOf(hamar, 'https://parorende.hamar.no').nettsted // 'parorende.hamar.no'
 */
export function placeholdersOf({ officialName, respite }: Municipality, site: string): Placeholders {
  return {
    kommune: officialName,
    koordinator: respite?.name ?? 'koordinatoren for frivillig avlastning',
    // A number that is broken where the line ends is read aloud as two.
    telefon: (respite?.confirmedAt && respite.phone?.replaceAll(' ', '\u00A0')) || openLine,
    nettsted: new URL(site).host,
  }
}

const placeholder = /\[([^[\]\n]+)\](?!\()/g

/**
 * Puts the words in. What is no placeholder stays as it is: findUnknownPlaceholders() refuses it before.
 *
 * @example fillPlaceholders('Ring [koordinator], [telefon].', words) // 'Ring koordinator for avlastning, 62 00 00 00.'
 */
export const fillPlaceholders = (text: string, words: Placeholders): string =>
  text.replace(placeholder, (whole, name: string, at: number) => {
    if (!isPlaceholder(name)) return whole
    return name === 'koordinator' ? roleIn(words[name], text.slice(0, at)) : words[name]
  })

/** A role has a capital where a sentence begins, and none within it. Another name stays as it is spelt. */
function roleIn(role: string, before: string): string {
  if (!/^\p{L}*koordinator/iu.test(role)) return role
  const first = role.charAt(0)
  return (/(^|[.!?])\s*$/u.test(before) ? first.toUpperCase() : first.toLowerCase()) + role.slice(1)
}

/** Words in square brackets that mean nothing, as they were written. */
export const findUnknownPlaceholders = (text: string): string[] =>
  [...text.matchAll(placeholder)]
    .map(([, name = '']) => name)
    .filter((name) => !isPlaceholder(name) && !isBox(name))

const isPlaceholder = (name: string): name is keyof Placeholders =>
  (placeholderNames as readonly string[]).includes(name)

/** Of a list to tick: `- [ ] Bestill rom`. */
const isBox = (name: string) => /^[ xX]$/.test(name)
