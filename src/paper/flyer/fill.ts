/** From words, municipality, dates and help lines to one flyer, ready to be drawn. */
import { Temporal } from 'temporal-polyfill'
import type { Cafe } from '#calendar/cafe.ts'
import type { Course } from '#calendar/course.ts'
import { shortDate } from '#calendar/norwegian.ts'
import { definitionOf, type Flyer, type FlyerSlug, flyerLink } from '#editorial/flyer.ts'
import type { FlyerBlock, FlyerSheet } from '#editorial/flyer-sheet.ts'
import type { Front } from '#editorial/front.ts'
import { isDraft, type Municipality, publicPhone } from '#editorial/municipality.ts'
import { fillPlaceholders, placeholdersOf } from '#editorial/placeholders.ts'
import type { Resource } from '#editorial/resource.ts'
import { checkedAt } from '#editorial/source.ts'
import { fillings } from './fillings.ts'

/** What a municipality's flyers are filled with. */
export interface FlyerFacts {
  readonly municipality: Municipality
  /** The words of the banner on pages that nobody has approved. */
  readonly draft: string
  readonly cafes: readonly Cafe[]
  readonly courses: readonly Course[]
  readonly resources: readonly (Resource & { readonly id: string })[]
  readonly capacity: Front['capacity']
  readonly line: 'free' | 'needed' | 'none'
  readonly now: Temporal.Instant
  /** Where the site is: `https://parorende.fjordvik.example`. */
  readonly origin: string
}

/** @param channel the key of where it will hang */
export function fillFlyer(slug: FlyerSlug, words: Flyer, facts: FlyerFacts, channel?: string): FlyerSheet {
  const { municipality } = facts
  const definition = definitionOf(slug)
  const phone = phoneOn(slug, facts)
  const own = { ...placeholdersOf(municipality, facts.origin), ...(phone && { telefon: phone }) }
  const say = (text: string) => fillPlaceholders(text, own)
  const brand = `Pusterom i ${municipality.name}`
  const href = new URL(flyerLink(slug, channel), facts.origin).href
  const shown = href.replace(/^https?:\/\//, '').replace(/\/$/, '')
  const { line } = definition
  const today = facts.now.toZonedDateTimeISO('Europe/Oslo').toPlainDate()
  const law = words.sources.some((each) => 'law' in each)
    ? `Lovteksten er lest ${shortDate(Temporal.PlainDate.from(checkedAt(words.sources)))}.`
    : ''
  const blocks: FlyerBlock[] = [
    ...(line && line === facts.line ? [{ kind: 'loud' as const, text: facts.capacity[line].text }] : []),
    ...words.sections.flatMap(({ heading, text, points }): FlyerBlock[] => [
      { kind: 'heading', text: say(heading) },
      ...(text ? [{ kind: 'text' as const, text: say(text) }] : []),
      ...(points.length > 0 ? [{ kind: 'points' as const, points: points.map(say) }] : []),
    ]),
    ...filledBlocks(),
  ]
  const isEmpty = definition.needsDates && !blocks.some(({ kind }) => kind === 'lines')
  return {
    slug,
    language: 'nb',
    day: today.toString(),
    theme: municipality.theme,
    documentTitle: `${words.name} – ${brand}`,
    brand,
    title: say(words.title),
    intro: say(words.intro),
    blocks,
    link: { href, shown, action: say(words.action), alt: `QR-kode til ${shown}` },
    contact: phone
      ? { text: say(words.contact), number: phone }
      : { text: say(words.unconfirmed), number: undefined },
    slide:
      words.slide && !isEmpty
        ? { heading: say(words.slide.heading), text: say(words.slide.text) }
        : undefined,
    foot: [`${municipality.officialName}. Laget ${shortDate(today)}.`, definition.audience === 'staff' && law]
      .filter(Boolean)
      .join(' '),
    draft: isDraft(municipality) ? facts.draft : undefined,
  }

  function filledBlocks(): FlyerBlock[] {
    const { filledWith } = definition
    if (!filledWith || !words.filled) return []
    const found = fillings[filledWith](facts)
    const heading = { kind: 'heading' as const, text: say(words.filled.heading) }
    return found.length > 0
      ? [heading, ...found]
      : [heading, { kind: 'text', text: say(words.filled.nothing) }]
  }
}

/** The coordinator's number when somebody has confirmed it; children have a help line of their own. */
function phoneOn(slug: FlyerSlug, { municipality }: FlyerFacts): string | undefined {
  const { audience } = definitionOf(slug)
  const { number, local } = publicPhone(municipality, audience)
  return local || audience === 'youth' ? number : undefined
}
