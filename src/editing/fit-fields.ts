/** Makes fields fit a schema that they were not written for, as after an upgrade, and never with words that nobody wrote. */
import type { z } from 'zod'
import { changed, valueAt } from './complete.ts'

type Path = readonly PropertyKey[]

/**
 * Field by field, from the one that does not fit outwards. A field that is no more is left out, and one that is new is
 * taken from the program's own text.
 *
 * @param shipped the same text as it came with the program, whose words may stand for those that do not fit
 * @param isOwn of the municipality: then what does not fit is left blank instead. A list is not: without its cancelled
 *   dates a café would be open
 * @returns nothing when no way was found
 */
export function fitFields(schema: z.ZodType, own: unknown, shipped: unknown, isOwn: boolean): unknown {
  let fields = own
  for (;;) {
    const { error } = schema.safeParse(fields)
    const issue = error?.issues[0]
    if (!issue) return fields
    const better = attemptsAt(issue, fields, shipped, isOwn).find(
      (attempt) => countIssues(schema, attempt) < error.issues.length,
    )
    if (better === undefined) return undefined
    fields = better
  }
}

function attemptsAt(issue: z.core.$ZodIssue, fields: unknown, shipped: unknown, isOwn: boolean): unknown[] {
  if (issue.code === 'unrecognized_keys')
    return [issue.keys.reduce((all, key) => changed(all, [...issue.path, key]), fields)]
  const places = placesOf(issue.path)
  if (!isOwn) return places.map((place) => changed(fields, place, valueAt(shipped, place)))
  const isMissing = valueAt(fields, issue.path) === undefined
  const blanks = places.filter((place) => place.length > 0 && !Array.isArray(valueAt(fields, place)))
  return [
    ...(isMissing ? [changed(fields, issue.path, valueAt(shipped, issue.path))] : []),
    ...blanks.map((place) => changed(fields, place)),
  ]
}

/** From a field to the whole text. What stands in a list is not judged alone: another list has others at its places. */
function placesOf(path: Path): Path[] {
  const list = path.findIndex((key) => typeof key === 'number')
  const outer = list < 0 ? path : path.slice(0, list)
  return [...outer, undefined].map((_, at) => outer.slice(0, outer.length - at))
}

const countIssues = (schema: z.ZodType, fields: unknown) => schema.safeParse(fields).error?.issues.length ?? 0
