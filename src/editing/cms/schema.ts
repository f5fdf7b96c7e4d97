/** What a Zod schema says about one field, with its wrappings taken off. */
import { z } from 'zod'

export type Schema = z.core.$ZodType

/** The parts of Zod's definitions that are read here. */
interface Definition {
  readonly type: string
  readonly innerType?: Schema
  readonly in?: Schema
  readonly out?: Schema
  readonly defaultValue?: unknown
  readonly format?: string
  readonly pattern?: RegExp
  readonly checks?: readonly Schema[]
  readonly error?: (issue: object) => unknown
}

/** One limit of a schema, as Zod keeps it. */
interface Check {
  readonly check: string
  readonly format?: string
  readonly pattern?: RegExp
  readonly value?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly length?: number
  readonly error?: (issue: object) => unknown
}

const definitionOf = (schema: Schema) => schema._zod.def as unknown as Definition

/** A schema without its wrappings. `default` is what an absent field means. */
export interface Field {
  readonly schema: Schema
  readonly meta: z.GlobalMeta
  readonly required: boolean
  readonly default: unknown
}

/**
 * Takes off optional, default and preprocess. Words given to an outer wrapping win over those of an inner one.
 *
 * @example openField(optional(text()).meta({ label: 'Navn' })) // { schema: ZodString, meta: { label: 'Navn' }, required: false }
 */
export function openField(schema: Schema): Field {
  const known = opened.get(schema) ?? unwrap(schema)
  opened.set(schema, known)
  return known
}

const opened = new WeakMap<Schema, Field>()

function unwrap(schema: Schema): Field {
  const required = !z.safeParse(schema, undefined).success
  let meta: z.GlobalMeta = {}
  let fallback: unknown
  for (let at = schema; ; ) {
    meta = { ...z.globalRegistry.get(at), ...meta }
    const { type, innerType, in: before, out, defaultValue } = definitionOf(at)
    fallback ??= defaultValue
    const inner =
      type === 'pipe' ? (before && definitionOf(before).type === 'transform' ? out : before) : innerType
    if (!inner) return { schema: at, meta, required, default: fallback }
    at = inner
  }
}

/** The limits of a text, number or list. */
export interface Limits {
  readonly min?: number
  readonly max?: number
  readonly pattern?: RegExp
  /** What to say of a text that does not fit the pattern, in Norwegian where the schema gives words. */
  readonly message?: string
}

/** @example limitsOf(z.array(z.string()).min(1).max(6)) // { min: 1, max: 6 } */
export function limitsOf(schema: Schema): Limits {
  const own = definitionOf(schema)
  const checks = (own.checks ?? []).map((each) => (each._zod as unknown as { def: Check }).def)
  const format = [own as unknown as Check, ...checks].find(
    (each) => each.pattern && each.format !== 'safeint',
  )
  const words = format?.error?.({ code: 'invalid_format', input: '' })
  const find = (...names: string[]) => checks.find(({ check }) => names.includes(check))
  const [least, most, exact] = [
    find('greater_than', 'min_length'),
    find('less_than', 'max_length'),
    find('length_equals'),
  ]
  const min = least?.value ?? least?.minimum ?? exact?.length
  const max = most?.value ?? most?.maximum ?? exact?.length
  return {
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(format?.pattern && { pattern: format.pattern }),
    ...(typeof words === 'string' && { message: words }),
  }
}

/**
 * The ways of a file whose schema is one of several, told apart by a word: each way has files of that name.
 *
 * @returns nothing for any other schema
 * @example waysOf(formWordsSchema)?.map(([name]) => name) // ['volunteer', 'coffee', …]
 */
export function waysOf(schema: Schema): (readonly [name: string, schema: Schema])[] | undefined {
  const { discriminator, options = [] } = schema._zod.def as unknown as {
    discriminator?: string
    options?: readonly Schema[]
  }
  if (!discriminator) return undefined
  return options.map((option) => {
    const { shape } = openField(option).schema as unknown as { shape: Record<string, Schema> }
    const word = openField(shape[discriminator] as Schema).schema as { value?: unknown }
    return [String(word.value), option]
  })
}
