/** Where a reader sees a text. */
import { pagePath, type SectionName } from '#editorial/section.ts'
import { localPath } from '#editorial/site.ts'
import { definitions } from '#forms/forms.ts'
import { routeOf } from './cms/route.ts'
import { kindAt } from './kind-at.ts'
import type { KindName } from './kinds.ts'

/** The pages that show a kind, where its files have none of their own. */
const shownAt: Partial<Record<KindName, string>> = {
  front: '/',
  interface: '/',
  notices: '/',
  complaints: '/rettigheter/',
  finder: '/finn-hjelp/',
  young: '/barn-og-unge/',
  screen: '/infoskjerm/',
  search: '/sok/',
  resourcePage: '/tilbud/',
  resourceTexts: '/tilbud/',
  resources: '/tilbud/',
  localResources: '/tilbud/',
  municipality: '/',
  modelWords: '/modellen/',
  quotes: '/modellen/',
  partners: '/modellen/samarbeid/',
  press: '/modellen/samarbeid/',
  attachmentPage: '/modellen/vedlegg/',
  flyerPage: '/plakater/',
  channels: '/plakater/',
}

/**
 * @param path below the root of the repository
 * @returns nothing for texts that stand in mails, or that no single page shows
 * @example addressOf('cafes', 'content/municipalities/hamar/cafes/etter-pa.yaml') // '/kafe/etter-pa/'
 */
export function addressOf(kind: KindName, path: string): string | undefined {
  const parts = path.replace(/\.[a-z]+$/, '').split('/')
  const slug = parts.at(-1) as string
  const [, , locale = '', section = ''] = parts
  switch (kind) {
    case 'rights':
    case 'articles':
      return pagePath(section as SectionName, slug, locale)
    case 'cafes':
      return `/kafe/${slug}/`
    case 'courses':
      return `/kurs/${slug}/`
    case 'attachments':
      return `/modellen/vedlegg/${slug}/`
    case 'courseFolder':
      return `/modellen/kursmappe/${slug}/`
    case 'modelSteps':
      return `/modellen/${slug}/`
    case 'flyers':
      return `/plakater/${slug}/`
    case 'forms':
      return definitions.find(({ key }) => key === slug)?.path
    default: {
      const shown = shownAt[kind]
      return shown && parts[1] === 'pages' ? localPath(shown, locale) : shown
    }
  }
}

/** The page that a text has for itself; nothing for one of several that a page shows. */
export function pageOf(path: string, municipality: string): string | undefined {
  const kind = kindAt(path, municipality)
  return kind && !shownAt[kind.name] && /\*\.[a-z]+$/.test(kind.pattern)
    ? addressOf(kind.name, path)
    : undefined
}

/** Where the CMS opens a text; nothing for a picture. */
export function editAddress(path: string, municipality: string): string | undefined {
  const at = routeOf(path, municipality)
  return at && `/admin/#/collections/${at.collection}/entries/${at.slug}`
}
