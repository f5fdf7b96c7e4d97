/** One thing that an editor should look at, and the groups that the report puts them in. */
import type { Temporal } from 'temporal-polyfill'

export interface Finding {
  /** The file to open. */
  readonly file: string
  /** What is the matter, one line each. */
  readonly lines: readonly string[]
}

export interface FindingGroup {
  readonly title: string
  /** What to do about all of them, in one or two sentences. */
  readonly todo: string
  readonly findings: readonly Finding[]
}

/** @example sayDate(Temporal.PlainDate.from('2026-07-02')) // '2. juli 2026' */
export const sayDate = (date: Temporal.PlainDate): string =>
  date.toLocaleString('nb-NO', { dateStyle: 'long' })
