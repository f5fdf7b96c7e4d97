/**
 * Fields that somebody is still typing: what is missing or wrong is filled up, so that there is always something to
 * show. Nothing of this is ever kept.
 */
import type { z } from 'zod'

type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue

/** What may stand where nothing fits that was typed or published, until it does. */
const stopgaps: readonly unknown[] = ['…', [], {}, 1, false, '2026-01-01', '12:00', 'https://kommune.no', '/']
/** More than any schema has fields. */
const rounds = 100
/** Nobody types as many wrong fields, and each would be tried in many ways. */
const mostIssues = 100

/**
 * @param typed as the CMS has it: an empty field is '' or null there
 * @param published the same text as it is on the site now
 * @param sample any text of the kind, for what no stopgap fits: a list that must not be empty
 * @returns nothing when no way was found
 */
export function completeFields(
  schema: z.ZodType,
  typed: unknown,
  published?: unknown,
  sample?: unknown,
): object | undefined {
  let fields = structuredClone(typed)
  for (let round = 0; round < rounds; round++) {
    const { data, error } = schema.safeParse(fields)
    if (!error) return data as object
    if (error.issues.length > mostIssues) return undefined
    const better = attemptsAt(error.issues[0] as Issue, fields, published, sample).find(
      (attempt) => countIssues(schema, attempt) < error.issues.length,
    )
    if (better === undefined) return undefined
    fields = better
  }
  return undefined
}

/** Fields without what is empty, as they are in a file. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => !isEmpty(each)).map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, each]) => !isEmpty(each))
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutEmpty(each)]))
}

const isEmpty = (value: unknown) => value === '' || value === null || value === undefined

const countIssues = (schema: z.ZodType, fields: unknown) => schema.safeParse(fields).error?.issues.length ?? 0

/** Ways to put one thing right: shortened, as it was published, left out, something in its place, or all around it left out. */
function attemptsAt(issue: Issue, fields: unknown, published: unknown, sample: unknown): unknown[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys')
    return [issue.keys.reduce((all, key) => changed(all, [...path, key]), fields)]
  const old = valueAt(published, path)
  const now = valueAt(fields, path)
  const cut = issue.code === 'too_big' && typeof now === 'string' ? [now.slice(0, Number(issue.maximum))] : []
  const known = [...cut, ...(old === undefined ? [] : [old])]
  const allowed = issue.code === 'invalid_value' ? issue.values : []
  const outwards = path.map((_, at) => path.slice(0, path.length - at))
  return [
    ...known.map((value) => changed(fields, path, value)),
    ...(now === undefined ? [] : [changed(fields, path)]),
    ...[...allowed, ...stopgaps].map((value) => changed(fields, path, value)),
    ...outwards.map((outer) => changed(fields, outer, valueAt(published, outer))),
    ...outwards.map((outer) => changed(fields, outer)),
    ...outwards.map((outer) => changed(fields, outer, valueAt(sample, outer))),
  ]
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  )
}

/** A copy with another value at a place; left out when the value is missing. */
export function changed(value: unknown, [key, ...rest]: Path, to?: unknown): unknown {
  if (key === undefined) return to
  const inside = changed(valueAt(value, [key]), rest, to)
  if (Array.isArray(value)) {
    const at = Number(key)
    return inside === undefined ? value.toSpliced(at, 1) : value.toSpliced(at, 1, inside)
  }
  const others = Object.entries(typeof value === 'object' && value !== null ? value : {}).filter(
    ([name]) => name !== String(key),
  )
  return Object.fromEntries(inside === undefined ? others : [...others, [String(key), inside]])
}
