import { times } from '#forms/kinds/times.ts'
import type { FormWords } from '#forms/words.ts'
import type { FitWords } from './fit.ts'

/**
 * The words for reasons and obstacles: those that volunteers met in their own form.
 *
 * @param volunteerWords of content/forms/volunteer.yaml
 */
export function fitWords({ questions }: FormWords): FitWords {
  const options = (key: string) => questions[key]?.options ?? {}
  return {
    times: timeWords,
    help: options('help'),
    interests: options('interests'),
    languages: options('languages'),
    limits: options('limits'),
  }
}

/** `mon-morning` is «Mandag før 12». */
const timeWords: Readonly<Record<string, string>> = (() => {
  const control = times().control({ words: { label: '' }, areas: [], pages: [] })
  if (control.shape !== 'grid') throw new Error(`expected a grid of times, got ${control.shape}`)
  return Object.fromEntries(
    control.rows.flatMap((row) => row.options.map(({ value, label }) => [value, label])),
  )
})()
