/** The flyers as they are filled in: what their pages, their files and the screen take. */
import type { Temporal } from 'temporal-polyfill'
import { findChannel } from '#editorial/channel.ts'
import type { FlyerSlug } from '#editorial/flyer.ts'
import type { FlyerSheet } from '#editorial/flyer-sheet.ts'
import { fill } from '#editorial/site.ts'
import { type FlyerFacts, fillFlyer } from '#paper/flyer/fill.ts'
import {
  getFront,
  getSite,
  listCafes,
  listChannels,
  listCourses,
  listFlyers,
  listResources,
} from './content.ts'
import { now, publicLine } from './today.ts'

interface Moment {
  readonly now: Temporal.Instant
  /** What a coordinator has chosen to say about volunteers. */
  readonly line: FlyerFacts['line']
}

/** What a build knows. */
export const built = (): Moment => ({ now: now(), line: publicLine() })

async function factsAt(moment: Moment, site: URL | undefined): Promise<FlyerFacts> {
  const { municipality, words } = await getSite()
  if (!site) throw new Error('expected `site` in astro.config.mjs, got none')
  return {
    ...moment,
    municipality,
    draft: fill(words.draft, { kommune: municipality.officialName }),
    cafes: await listCafes(),
    courses: await listCourses(),
    resources: await listResources(),
    capacity: (await getFront()).capacity,
    origin: site.origin,
  }
}

/**
 * One flyer, filled in.
 *
 * @param channel the key of where it will hang
 */
export async function openFlyer(
  slug: FlyerSlug,
  moment: Moment,
  site: URL | undefined,
  channel?: string,
): Promise<FlyerSheet> {
  const found = (await listFlyers()).find((each) => each.slug === slug)
  if (!found) throw new Error(`expected a flyer, got ${slug}`)
  return fillFlyer(slug, found.words, await factsAt(moment, site), channel)
}

/** For `getStaticPaths` of what each flyer has one of. */
export const flyerPaths = async () =>
  (await listFlyers()).map(({ slug, words }) => ({ params: { slug }, props: { slug, words } }))

/** What the screen in a lobby shows in turn, with codes of its own where an editor has such a place on the list. */
export async function listSlides(moment: Moment, site: URL | undefined): Promise<FlyerSheet[]> {
  const here = findChannel(await listChannels(), 'infoskjerm')?.key
  const sheets = (await listFlyers()).map(({ slug }) => openFlyer(slug, moment, site, here))
  return (await Promise.all(sheets)).filter(({ slide }) => slide !== undefined)
}
