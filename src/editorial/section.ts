/** The parts of the site: which content folder is which path, and whom it speaks to. */
import type { Audience } from './page.ts'
import { localPath, mainLocale } from './site.ts'

export interface Section {
  /** The folder under `content/pages/<locale>/`. */
  readonly folder: string
  /** The Norwegian path that its pages live under, with both slashes. */
  readonly path: string
  readonly audience: Audience
}

export const sections = {
  rights: { folder: 'rights', path: '/rettigheter/', audience: 'adults' },
  adults: { folder: 'adults', path: '/er-du-parorende/', audience: 'adults' },
  youth: { folder: 'youth', path: '/unge/', audience: 'youth' },
  children: { folder: 'children', path: '/barn/', audience: 'children' },
  volunteer: { folder: 'volunteer', path: '/bli-frivillig/', audience: 'adults' },
  staff: { folder: 'staff', path: '/for-ansatte/', audience: 'staff' },
  model: { folder: 'model', path: '/modellen/', audience: 'staff' },
  cafe: { folder: 'cafe', path: '/kafe/', audience: 'adults' },
  about: { folder: 'about', path: '/om/', audience: 'adults' },
} as const satisfies Record<string, Section>

export type SectionName = keyof typeof sections

/** Pages whose path is not that of their folder: forms, and the page for children and youth alike. */
const ownPaths: Readonly<Record<string, string>> = {
  'youth/noen-a-snakke-med': '/barn-og-unge/',
  'volunteer/bli-frivillig': '/bli-frivillig/',
  'adults/endret-behov': '/endret-behov/',
  'about/personvern': '/om/personvern/',
  'model/index': '/modellen/',
  'model/roller': '/modellen/roller/',
  'model/samarbeid': '/modellen/samarbeid/',
}

/** Where a page of a section lives; the page named `index` is the section's own front page. */
export function pagePath(section: SectionName, slug: string, locale: string): string {
  const { path } = sections[section]
  const own = ownPaths[`${section}/${slug}`]
  return localPath(own ?? (slug === 'index' ? path : `${path}${slug}/`), locale)
}

/** A link with its title and one sentence, for «Les også» and lists. */
export interface PageLink {
  readonly href: string
  readonly title: string
  readonly text: string
}

/** Links under one heading, or under none. */
export interface PageGroup {
  readonly heading: string | undefined
  readonly links: readonly PageLink[]
}

/** Pages that code makes, so that content can link to them with a title. */
export const fixedPages: readonly PageLink[] = [
  { href: '/finn-hjelp/', title: 'Finn hjelp', text: 'Svar på seks spørsmål, og se hva du kan få.' },
  { href: '/rettigheter/', title: 'Alle rettigheter', text: 'Hva du kan få, og hvem du spør.' },
  { href: '/tilbud/', title: 'Tilbud', text: 'Kurs, møteplasser, grupper og noen å ringe.' },
  { href: '/kafe/', title: 'Kafé', text: 'Møt andre i samme situasjon.' },
  { href: '/kurs/', title: 'Kurs', text: 'Kurs og samlinger for frivillige, pårørende og ansatte.' },
  { href: '/kalender/', title: 'Kalender', text: 'Alle datoene, måned for måned.' },
  {
    href: '/modellen/vedlegg/',
    title: 'Vedlegg',
    text: 'Avtaler, sjekklister og ark til frivillig avlastning.',
  },
  {
    href: '/modellen/kursmappe/',
    title: 'Kursmappe for nye frivillige',
    text: 'Fire kurskvelder med mål, plan, notater og øvelser.',
  },
  {
    href: '/plakater/',
    title: 'Plakater og løpesedler',
    text: 'Klare til å skrive ut, henge opp og dele.',
  },
  {
    href: '/barn-og-unge/kort/',
    title: 'Et kort til en voksen',
    text: 'Skriv det du vil at en voksen skal vite. Ingenting blir sendt.',
  },
]

/** A page with a route of its own in every language; the others have the prose only outside Norwegian. */
const helpPage = 'youth/noen-a-snakke-med'

/** Pages that have a route of their own, for they are more than prose. */
export function ownRoute(page: { locale: string; section: SectionName; slug: string }): boolean {
  const name = `${page.section}/${page.slug}`
  return name === helpPage || (page.locale === mainLocale && name in ownPaths)
}
