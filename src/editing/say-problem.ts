/** What is wrong with a text, for its editor: what to do, in Norwegian, and where. */
import { z } from 'zod'
import type { Problem } from '#editorial/mdx.ts'

/** The words of our own for what Zod finds; a schema's own words come before them. */
export const inNorwegian: z.core.ParseContext<z.core.$ZodIssue> = { error: say }

function say(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'Må fylles ut'
      return typed[issue.expected] ?? 'Passer ikke i dette feltet'
    case 'too_big':
      return `Høyst ${issue.maximum}${sizeOf(issue)}`
    case 'too_small':
      if (issue.minimum === 1 && issue.origin !== 'number') return 'Må fylles ut'
      return `Minst ${issue.minimum}${sizeOf(issue)}`
    case 'invalid_value':
      return `Velg ${list(issue.values.map((value) => nameOf(issue.inst, String(value))))}`
    case 'invalid_format':
      return issue.format === 'email'
        ? 'Skriv en e-postadresse, slik: navn@kommune.no'
        : 'Kan ikke skrives slik'
    case 'unrecognized_keys':
      return `Feltet «${issue.keys.join('», «')}» finnes ikke her`
    default:
      return 'Passer ikke i dette feltet'
  }
}

const typed: Readonly<Record<string, string>> = {
  number: 'Skriv et tall',
  int: 'Skriv et helt tall',
  boolean: 'Skal være ja eller nei',
  string: 'Skal være tekst',
  array: 'Skal være en liste',
  object: 'Skal ha egne felt',
}

/** Of a text, also how long it is: whoever must shorten it wants to know by how much. */
const sizeOf = ({ origin, input }: { origin: string; input?: unknown }): string =>
  origin === 'string' ? ` tegn. Nå er det ${String(input).length}` : ''

/** What an editor sees instead of a value. */
const nameOf = (schema: unknown, value: string): string =>
  z.globalRegistry.get(schema as z.core.$ZodType)?.choices?.[value] ?? value

const list = (words: readonly string[]): string =>
  words
    .map((word) => `«${word}»`)
    .reduce((all, word, index) => `${all}${index === words.length - 1 ? ' eller ' : ', '}${word}`)

const mostLetters = 40

/** The rich editor counts no lines: what stands there is where it is. */
export function sayLine(text: string, { line, message }: Problem): string {
  const words = text.split('\n')[line - 1]?.trim() ?? ''
  const shown = words.length > mostLetters ? `${words.slice(0, mostLetters).trimEnd()} …` : words
  return `${shown ? `Ved «${shown}»` : `Linje ${line}`}: ${message}`
}
