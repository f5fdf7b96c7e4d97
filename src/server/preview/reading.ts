/** What stands beside a preview: how heavy the text is, and what its facts lack. It warns, and stops nothing. */
import type { Temporal } from 'temporal-polyfill'
import type { Audience } from '#editorial/page.ts'
import { audienceLabels } from '#editorial/page.ts'
import type { ProseBlock } from '#editorial/prose.ts'
import {
  type HardSentence,
  measureReadability,
  type ReadabilityLimit,
  readabilityLimits,
} from '#editorial/readability.ts'
import { pagesToReview } from '#editorial/report/dates.ts'
import { fewWords, measured } from '#editorial/report/hard-texts.ts'
import { unconfirmed } from '#editorial/report/unconfirmed.ts'
import { mainLocale } from '#editorial/site.ts'
import { fieldBlocks, toPage } from '#publish/report-content.ts'

export interface Reading {
  /** Whom the text speaks to, in Norwegian. */
  readonly audience: string
  readonly lix: number
  /** Mean number of words in a sentence. */
  readonly meanSentence: number
  readonly limit: ReadabilityLimit
  /** What to do about it, in one line. */
  readonly advice: string
  /** The hardest sentences with what makes them so; none when the text is easy enough. */
  readonly hardest: readonly { readonly text: string; readonly why: string }[]
}

/** A text as its schema gives it. */
export interface ReadText {
  /** Below `content/`. */
  readonly path: string
  readonly data: object
  readonly body: string
}

/** @returns nothing for few words, and for languages whose long words are others */
export function readingOf(text: ReadText): Reading | undefined {
  const { locale, audience, blocks } = readable(text)
  const { words, lix, meanSentence, hardest } = measureReadability(blocks.map((block) => block.text))
  if (words < fewWords || locale !== measured) return undefined
  const limit = readabilityLimits[audience]
  const isEasy = lix <= limit.lix && meanSentence <= limit.meanSentence
  return {
    audience: audienceLabels[audience],
    lix,
    meanSentence,
    limit,
    advice: isEasy
      ? 'Fin å lese.'
      : 'Teksten er litt tung. Del de merkede setningene, eller bytt de lange ordene. Du kan lagre likevel.',
    hardest: isEasy ? [] : hardest.map((sentence) => ({ text: sentence.text, why: sayWhy(sentence, limit) })),
  }
}

interface Readable {
  readonly locale: string
  readonly audience: Audience
  readonly blocks: readonly ProseBlock[]
}

function readable({ path, data, body }: ReadText): Readable {
  if (path.endsWith('.mdx')) return toPage({ file: path, path, body }, data as never)
  const locale = /^pages\/([^/]+)\//.exec(path)?.[1] ?? mainLocale
  // What has no space in it is an address, a day or a name that code knows.
  const blocks = fieldBlocks(data).filter(({ text }) => text.includes(' '))
  return { locale, audience: path.endsWith('/young.yaml') ? 'youth' : 'adults', blocks }
}

function sayWhy({ words, longWords }: HardSentence, limit: ReadabilityLimit): string {
  const parts = [
    ...(words > limit.meanSentence ? [`${words} ord i setningen`] : []),
    ...(longWords.length > 0 ? [`lange ord: ${[...new Set(longWords)].slice(0, 4).join(', ')}`] : []),
  ]
  return parts.join(', ') || `${words} ord`
}

interface Dated {
  readonly sources?: readonly { law?: string; title?: string; checkedAt?: string; year?: number }[]
  readonly confirmedAt?: string
  readonly seenYear?: number
  readonly title?: string
  readonly name?: string
}

/** What the facts of a text lack: a source, the day it was read, a call to be sure, somebody to look again. */
export function lacksOf({ path, data, body }: ReadText, today: Temporal.PlainDate): string[] {
  const { sources, confirmedAt, seenYear, title, name } = data as Dated
  const isPage = path.endsWith('.mdx')
  // Among the words of the interface `sources` is a heading.
  const listed = Array.isArray(sources) ? (sources as Dated['sources']) : isPage ? [] : undefined
  const bare = listed?.filter(({ checkedAt, year }) => !checkedAt && !year) ?? []
  const page = isPage ? [toPage({ file: path, path, body }, data as never)] : []
  const place = /^(municipalities\/[^/]+\/(cafes|resources)|resources)\//.test(path)
    ? [{ file: path, name: title ?? name ?? path, confirmedAt, seenYear }]
    : []
  return [
    ...(listed?.length === 0
      ? ['Ingen kilde ennå. Står det fakta i teksten, så legg inn hvor de kommer fra.']
      : []),
    ...bare.map(
      (source) =>
        `Kilden «${source.title ?? source.law}» mangler dagen den ble lest. Er den udatert, kan den stå slik.`,
    ),
    ...pagesToReview(page, today).flatMap(({ lines }) => lines),
    ...unconfirmed(place, today).flatMap(({ lines }) => lines),
  ]
}
