/**
 * The menu of the pages for those who work here. A page gets its line in the commit that makes it, and a test
 * follows every line: none may lead nowhere.
 */
export interface MenuLine {
  readonly href: string
  readonly label: string
}

/** In the order of a working day: I dag · Frivillige · Henvendelser · Koblinger · Kurs og kafé · Tall. */
export const menu: readonly MenuLine[] = [
  { href: '/koordinator/', label: 'I dag' },
  { href: '/koordinator/frivillige/', label: 'Frivillige' },
  { href: '/koordinator/henvendelser/', label: 'Henvendelser' },
  { href: '/koordinator/koblinger/', label: 'Koblinger' },
  { href: '/koordinator/kurs/', label: 'Kurs' },
  { href: '/koordinator/tall/', label: 'Tall' },
]

/** Behind «Mer»: what is not needed every day. */
export const more: readonly MenuLine[] = [
  { href: '/admin/', label: 'Tekster og datoer' },
  { href: '/koordinator/kafe/', label: 'Kafé' },
  { href: '/koordinator/kapasitet/', label: 'Kapasitet' },
  { href: '/koordinator/innsendinger/', label: 'Alle innsendinger' },
  { href: '/koordinator/person/', label: 'Innsyn og sletting' },
  { href: '/koordinator/karantene/', label: 'Karantene' },
  { href: '/koordinator/publisering/', label: 'Tekster på vei ut' },
  { href: '/koordinator/tilbakemeldinger/', label: 'Tilbakemeldinger om sidene' },
  { href: '/koordinator/post/', label: 'E-post som ikke kom fram' },
  { href: '/koordinator/revisjon/', label: 'Hvem har lest og gjort hva' },
  { href: '/koordinator/fravaer/', label: 'Fravær og vikar' },
  { href: '/koordinator/min-tilgang/', label: 'Min tilgang' },
]

/**
 * Whether a page is the one of a line, or lies below it.
 *
 * @example isCurrent('/koordinator/frivillige/', '/koordinator/frivillige/1/') // true
 * @example isCurrent('/koordinator/', '/koordinator/frivillige/') // false
 */
export function isCurrent(href: string, path: string): boolean {
  const here = path.replace(/\/?$/, '/')
  return href === '/koordinator/' ? here === href : here.startsWith(href)
}
