/** Reads a text as the build will, before it is kept: size, characters, fields and prose. */
import { type Document, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { flyerSchema, isFlyerSlug } from '#editorial/flyer.ts'
import { sayTooManyLines, tooManyLines } from '#editorial/flyer-room.ts'
import { checkPage } from '#editorial/mdx.ts'
import { checkPaperText, isForPaper } from '#editorial/paper-text.ts'
import { isTangled, tangled } from '#editorial/tangled.ts'
import { hasUnseen, unseen } from '#editorial/unseen.ts'
import { checkValues } from '#publish/yaml-values.ts'
import { fieldName } from './field-name.ts'
import { root } from './place.ts'
import { inNorwegian, sayLine } from './say-problem.ts'

/** Bytes. The longest page there is has 12,000; on paper 5,000, and all of it is put in lines more than once. */
const longest = { screen: 200_000, paper: 50_000 }

/**
 * @param path below the root of the repository; decides whether there is prose below the fields
 * @param schema of the fields
 * @returns one line for each problem, in Norwegian, naming the field or the line; nothing when all is well
 */
export function checkText(path: string, schema: z.ZodType, text: string): string[] {
  const unfit = sayUnfit(path, text)
  if (unfit.length > 0) return unfit
  const isPage = path.endsWith('.mdx')
  const prose = isPage ? checkPage(text) : []
  const values = checkValues(text).map(({ field, message }) => `${fieldName(schema, field)}: ${message}`)
  const lines = [...values, ...prose.map((each) => sayLine(text, each)), ...sayPaper(path, text)]
  const front = frontOf(path, text)
  if (lines.length > 0 || front === undefined) return lines
  const flaws = checkFields(schema, front)
  return flaws.length > 0 ? flaws : sayNoRoom(path, parseDocument(front).toJS())
}

/** What cannot stand on paper; nothing for a text that stays on the screen. */
export const sayPaper = (path: string, text: string): string[] =>
  checkPaperText(belowRoot(path), text).map((each) => sayLine(text, each))

const belowRoot = (path: string) => path.slice(root.length + 1)

/**
 * What the build would still draw, in type too small to read.
 *
 * @param fields that fit their schema
 */
export function sayNoRoom(path: string, fields: unknown): string[] {
  const slug = /^flyers\/([\w-]+)\.yaml$/.exec(belowRoot(path))?.[1]
  if (!slug || !isFlyerSlug(slug)) return []
  const count = tooManyLines(slug, flyerSchema.parse(fields))
  return count > 0 ? [sayTooManyLines(count)] : []
}

/**
 * What is wrong with a text whatever it says: its length, its knots, and signs that nobody can see, among them those that
 * turn the order of letters and digits around.
 */
export function sayUnfit(path: string, text: string): string[] {
  const tooMuch = sayTooMuch(path, text)
  if (tooMuch.length > 0) return tooMuch
  return hasUnseen(text) ? [unseen] : []
}

/** What would keep a parser, and with it everybody else, for long. Asked before anything is parsed. */
export function sayTooMuch(path: string, text: string): string[] {
  const bytes = Buffer.byteLength(text)
  const most = isForPaper(belowRoot(path)) ? longest.paper : longest.screen
  if (bytes > most)
    return [`Teksten er for lang: ${Math.ceil(bytes / 1000)} kB. Den kan være ${most / 1000} kB`]
  return isTangled(text) ? [tangled] : []
}

/** The fields of a text, as YAML; nothing for a page without them. */
export const frontOf = (path: string, text: string): string | undefined =>
  path.endsWith('.mdx') ? /^---\r?\n([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/.exec(text)?.[1] : text

function checkFields(schema: z.ZodType, yaml: string): string[] {
  const document = parseDocument(yaml)
  const [broken] = [...document.errors, ...document.warnings]
  if (broken) return [`Feltene kan ikke leses (${broken.message.split('\n')[0]})`]
  if (repeats(document)) return ['Tegnene & og * kan ikke stå først i et felt. Sett teksten i anførselstegn']
  return sayProblems(schema, document.toJS())
}

/** All that is written in fields, their names too. */
export function wordsOf(fields: unknown): string[] {
  if (typeof fields === 'string') return [fields]
  if (typeof fields !== 'object' || fields === null) return []
  return Object.entries(fields).flatMap(([name, value]) => [name, ...wordsOf(value)])
}

/** What is wrong with fields that are already data: one line each, in Norwegian, naming the field. */
export function sayProblems(schema: z.ZodType, fields: unknown): string[] {
  const { error } = schema.safeParse(fields, inNorwegian)
  return error ? error.issues.flatMap((issue) => sayIssue(schema, issue, [])) : []
}

/** Few lines that refer to each other can become gigabytes, in any parser that follows them. */
function repeats(document: Document): boolean {
  let found = false
  visit(document, {
    Alias: () => {
      found = true
    },
    Value: (_key, node) => {
      found ||= node.anchor !== undefined
    },
  })
  return found
}

function sayIssue(schema: z.ZodType, issue: z.core.$ZodIssue, above: readonly PropertyKey[]): string[] {
  const path = [...above, ...issue.path]
  // Of the ways that a field may be filled in, the one that is nearest to what was typed.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0] as z.core.$ZodIssue[]
    return nearest.flatMap((each) => sayIssue(schema, each, path))
  }
  return [path.length > 0 ? `${fieldName(schema, path)}: ${issue.message}` : issue.message]
}
