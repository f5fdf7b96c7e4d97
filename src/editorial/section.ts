/** The parts of the site: which content folder is which path, and whom it speaks to. */
import type { Audience } from './page.ts'

export interface Section {
  /** The folder under `content/pages/<locale>/`. */
  readonly folder: string
  /** The Norwegian path that its pages live under, with both slashes. */
  readonly path: string
  /** What breadcrumbs call it. */
  readonly title: string
  readonly audience: Audience
}

export const sections = {
  rights: { folder: 'rights', path: '/rettigheter/', title: 'Rettigheter', audience: 'adults' },
  adults: { folder: 'adults', path: '/er-du-parorende/', title: 'Er du pårørende', audience: 'adults' },
  youth: { folder: 'youth', path: '/unge/', title: 'Unge', audience: 'youth' },
  children: { folder: 'children', path: '/barn/', title: 'Barn', audience: 'children' },
  volunteer: { folder: 'volunteer', path: '/bli-frivillig/', title: 'Bli frivillig', audience: 'adults' },
  about: { folder: 'about', path: '/om/', title: 'Om nettstedet', audience: 'adults' },
} as const satisfies Record<string, Section>

export type SectionName = keyof typeof sections

/** Pages for children and youth alike, which lie beside both parts. */
const shared: Readonly<Record<string, string>> = { 'youth/noen-a-snakke-med': '/barn-og-unge/' }

/** Where a page of a section lives; the page named `index` is the section's own front page. */
export function pagePath(section: SectionName, slug: string): string {
  const path = shared[`${section}/${slug}`]
  if (path) return path
  return slug === 'index' ? sections[section].path : `${sections[section].path}${slug}/`
}

/** A link with its title and one sentence, for «Les også» and lists. */
export interface PageLink {
  readonly href: string
  readonly title: string
  readonly text: string
}

/** Pages that code makes, so that content can link to them with a title. */
export const fixedPages: readonly PageLink[] = [
  { href: '/finn-hjelp/', title: 'Finn hjelp', text: 'Svar på seks spørsmål, og se hva du kan få.' },
  { href: '/rettigheter/', title: 'Alle rettigheter', text: 'Hva du kan få, og hvem du spør.' },
  { href: '/kafe/', title: 'Kafé', text: 'Møt andre i samme situasjon.' },
  { href: '/bli-frivillig/', title: 'Bli frivillig', text: 'Gi noen to timer fri i uka.' },
  {
    href: '/barn-og-unge/kort/',
    title: 'Et kort til en voksen',
    text: 'Skriv det du vil at en voksen skal vite. Ingenting blir sendt.',
  },
]

/** Pages that have a route of their own, for they are more than prose: the volunteer form, the help lines first. */
export const ownRoute = (page: { section: SectionName; slug: string }): boolean =>
  page.section === 'volunteer' || `${page.section}/${page.slug}` in shared
