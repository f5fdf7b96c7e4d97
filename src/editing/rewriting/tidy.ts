/** What the fields of a text say, without what an empty form adds. */
import { isDeepStrictEqual } from 'node:util'
import { openField, type Schema } from '../cms/schema.ts'

/** Of a parsed file. */
export type Value = string | number | boolean | null | readonly Value[] | Values
export interface Values {
  readonly [name: string]: Value
}

export const isValues = (value: Value | undefined): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The schemas that a field of an object can have, or an item of a list. More than one where the schema is a choice. */
export function inside(schemas: readonly Schema[], key?: string): Schema[] {
  return schemas.flatMap((each) => {
    const { schema } = openField(each)
    const { shape, valueType, element, options } = schema._zod.def as unknown as {
      shape?: Record<string, Schema>
      valueType?: Schema
      element?: Schema
      options?: readonly Schema[]
    }
    if (options) return inside(options, key)
    if (key === undefined) return element ?? []
    return (shape && Object.hasOwn(shape, key) ? shape[key] : valueType) ?? []
  })
}

/** The order of the fields of an object, as an editor sees them. */
export function orderOf(schemas: readonly Schema[]): string[] {
  const names = schemas.flatMap((each) => {
    const { shape, options } = openField(each).schema._zod.def as unknown as {
      shape?: Record<string, Schema>
      options?: readonly Schema[]
    }
    return options ? orderOf(options) : Object.keys(shape ?? {})
  })
  return [...new Set(names)]
}

/**
 * Leaves out what says nothing: "", null, and lists and objects of nothing. An empty list that must be there stays.
 *
 * @returns nothing when all of it said nothing
 */
export function tidy(value: Value | undefined, schemas: readonly Schema[]): Value | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const empty = () =>
    schemas.length === 0 || schemas.some((each) => !openField(each).required) ? undefined : value
  if (Array.isArray(value)) {
    const items = value.map((each) => tidy(each, inside(schemas))).filter((each) => each !== undefined)
    return items.length > 0 ? items : value.length === 0 ? empty() : undefined
  }
  if (!isValues(value)) return value
  const fields = Object.entries(value).flatMap(([name, each]) => {
    const said = tidy(each, inside(schemas, name))
    return said === undefined ? [] : [[name, said] as const]
  })
  return fields.length > 0 ? Object.fromEntries(fields) : empty()
}

/**
 * Leaves out fields that stood in the file before and that the schema no longer knows, as after an upgrade: no form shows
 * them, so nobody could take them out.
 */
export function withoutForgotten(value: Value, before: Value | undefined, schemas: readonly Schema[]): Value {
  if (Array.isArray(value)) {
    const known = Array.isArray(before) ? before.filter(isValues) : []
    const all = Object.assign({}, ...known) as Values
    return value.map((each) => withoutForgotten(each, all, inside(schemas)))
  }
  if (!isValues(value)) return value
  const was = isValues(before) ? before : {}
  const names = orderOf(schemas)
  const isForgotten = (name: string) => names.length > 0 && !names.includes(name) && Object.hasOwn(was, name)
  const fields = Object.entries(value).filter(([name]) => !isForgotten(name))
  return Object.fromEntries(
    fields.map(([name, each]) => [name, withoutForgotten(each, was[name], inside(schemas, name))]),
  )
}

export const same = (a: Value | undefined, b: Value | undefined, schemas: readonly Schema[]): boolean =>
  isDeepStrictEqual(tidy(a, schemas), tidy(b, schemas))
