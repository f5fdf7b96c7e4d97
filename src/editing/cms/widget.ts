/** From the schema of a field to the widget of the CMS: https://decapcms.org/docs/widgets/ */
import type { z } from 'zod'
import { type Field, limitsOf, openField, type Schema } from './schema.ts'

/** A field as Decap's configuration has it. */
export interface CmsField {
  readonly name: string
  readonly label: string
  readonly widget: string
  readonly required: boolean
  readonly hint?: string
  readonly default?: unknown
  readonly pattern?: readonly [source: string, message: string]
  readonly fields?: readonly CmsField[]
  readonly field?: CmsField
  readonly types?: readonly CmsField[]
  readonly [setting: string]: unknown
}

/** A value to choose, with what an editor sees. */
export interface Choice {
  readonly value: string
  readonly label: string
}

/** What may be chosen in fields whose values are other content: `.meta({ input })` of the schema names the list. */
export interface Lists {
  /** Every page of the site, by its path. */
  readonly path: readonly Choice[]
  /** Laws, by their short name. */
  readonly law: readonly Choice[]
  /** Places to turn, by the name of their file: for blocks. */
  readonly resource: readonly Choice[]
  /** Forms, by their key. */
  readonly form: readonly Choice[]
}

type Settings = Omit<Partial<CmsField>, 'name' | 'label' | 'required'>
type Make = (field: Field, name: string, lists: Lists) => Settings

/**
 * The field of the CMS for a field of a schema.
 *
 * @param within false inside an object that may be left out: Decap would ask for its fields although nobody began it
 * @throws in English when the schema is of a kind that no widget is known for
 * @example toField('title', text().max(60).meta({ label: 'Navn' }), lists)
 * // { name: 'title', label: 'Navn', widget: 'string', required: true, pattern: ['^[^]{0,60}$', 'høyst 60 tegn'] }
 */
export function toField(name: string, schema: Schema, lists: Lists, within = true): CmsField {
  const field = openField(schema)
  const type = field.schema._zod.def.type
  const make = makers[type]
  if (!make) throw new Error(`${name}: expected one of ${Object.keys(makers).join(', ')}, got ${type}`)
  const { label = name, hint } = field.meta
  const { hint: more, ...settings } = make({ ...field, required: field.required && within }, name, lists)
  const hints = [hint, more].filter(Boolean).join('. ')
  const fallback =
    field.meta.input === 'today' ? '{{now}}' : (settings.default ?? plainDefault(field.default))
  return {
    name,
    label,
    widget: 'string',
    required:
      field.required && within && type !== 'boolean' && !(type === 'array' && !limitsOf(field.schema).min),
    ...(hints && { hint: hints }),
    ...settings,
    ...(fallback !== undefined && { default: fallback }),
  }
}

/** Empty lists and objects are what an empty form gives anyway. */
const plainDefault = (value: unknown) => (typeof value === 'object' ? undefined : value)

/** The fields of an object, in the order of its schema. */
export const toFields = (schema: Schema, lists: Lists, within = true): CmsField[] =>
  Object.entries(shapeOf(schema))
    .map(([name, each]) => toField(name, each, lists, within))
    // Decap takes no object without fields, and there is nothing to fill in.
    .filter(({ fields }) => fields?.length !== 0)

const shapeOf = (schema: Schema) => (openField(schema).schema as z.ZodObject).shape

const makers: Readonly<Record<string, Make>> = {
  string: ({ schema, meta: { input } }, _name, lists) => {
    if (input === 'day' || input === 'today')
      return { widget: 'datetime', date_format: 'YYYY-MM-DD', time_format: false }
    if (input === 'time') return { widget: 'datetime', date_format: false, time_format: 'HH:mm' }
    // This one is ours, as are `changes` and `yes-no` below: see admin/widgets/.
    if (input === 'activityDate') return { widget: 'activity-date' }
    // Pictures of other hosts are refused when they are saved.
    if (input === 'picture') return { widget: 'image', choose_url: false }
    if (input === 'path' || input === 'law') return { widget: 'select', options: lists[input] }
    const { max, pattern, message } = limitsOf(schema)
    const rule = pattern && !pattern.flags ? [pattern.source, message ?? 'ugyldig'] : undefined
    const length = max === undefined ? undefined : [`^[^]{0,${max}}$`, `høyst ${max} tegn`]
    const fits = (rule ?? length) as [string, string] | undefined
    return {
      widget: input === 'paragraph' || (max ?? 0) > 120 ? 'text' : 'string',
      ...(fits && { pattern: fits }),
    }
  },
  number: ({ schema }) => {
    const { min, max } = limitsOf(schema)
    return {
      widget: 'number',
      value_type: 'int',
      step: 1,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    }
  },
  // A switch is on or off, and cannot be empty again.
  boolean: ({ meta: { input } }) => ({ widget: input === 'yesNo' ? 'yes-no' : 'boolean' }),
  literal: ({ schema }) => ({ widget: 'hidden', default: (schema as z.ZodLiteral).value }),
  enum: (field) => ({ widget: 'select', options: choicesOf(field) }),
  object: ({ schema, required }, _name, lists) => ({
    widget: 'object',
    collapsed: !required,
    fields: toFields(schema, lists, required),
  }),
  record: ({ schema }, _name, lists) => ({
    widget: 'object',
    collapsed: true,
    fields: lists.form.map(({ value, label }) => ({
      ...toField(value, (schema as unknown as z.ZodRecord).valueType, lists, false),
      label,
    })),
  }),
  union: ({ schema, required }, _name, lists) => {
    const { fields, hint } = merge(schema as z.ZodUnion, lists, required)
    return { widget: 'object', collapsed: !required, fields, hint }
  },
  array: ({ schema, meta: { input, one, label: whole = '' } }, name, lists) => {
    const { element } = schema as unknown as z.ZodArray
    const item = openField(element)
    const { min, max } = limitsOf(schema)
    const limits = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
    const list = {
      widget: input === 'changes' ? 'changes' : 'list',
      ...limits,
      ...(one && { label_singular: one }),
    }
    const { type } = item.schema._zod.def
    if (type === 'enum') return { widget: 'select', multiple: true, options: choicesOf(item), ...limits }
    if (item.meta.input === 'path')
      return { widget: 'select', multiple: true, options: lists.path, ...limits }
    if (input === 'words') return { ...list, hint: 'Skill ordene med komma' }
    if (type === 'union') return { ...list, ...collapsed, ...items(item.schema as z.ZodUnion, lists) }
    if (type === 'object') {
      const fields = toFields(item.schema, lists)
      return { ...list, ...collapsed, summary: summaryOf(fields), fields }
    }
    const single = { ...toField(name, element, lists), label: one ?? item.meta.label ?? whole }
    return { ...list, collapsed: false, field: type === 'string' ? { ...single, widget: 'text' } : single }
  },
}

const collapsed = { collapsed: true }

/** A list of several kinds of item: Decap asks which one to add, and `typeKey` is where the answer is kept. */
function items(union: z.ZodUnion, lists: Lists): Settings {
  const { discriminator } = union._zod.def as { discriminator?: string }
  if (!discriminator) {
    const { fields, hint } = merge(union, lists, true)
    return { summary: summaryOf(fields), fields, hint }
  }
  const types = union.options.map((option) => {
    const kind = openField(shapeOf(option)[discriminator] as Schema)
    const { label = '' } = kind.meta
    const fields = toFields(option, lists).filter(({ name }) => name !== discriminator)
    const name = String((kind.schema as z.ZodLiteral).value)
    return {
      name,
      label,
      widget: 'object',
      required: true,
      summary: `${label}: ${summaryOf(fields)}`,
      fields,
    }
  })
  return { typeKey: discriminator, types }
}

/** Several ways to fill in one object, as one form with the fields of all of them: the schema then says what is missing. */
function merge(union: z.ZodUnion, lists: Lists, required: boolean): { fields: CmsField[]; hint: string } {
  const ways = union.options.map((option) => toFields(option, lists))
  const inAll = (name: string) => ways.every((way) => way.some((each) => each.name === name && each.required))
  const all = new Map(ways.flat().map((each) => [each.name, each]))
  const fields = [...all.values()].map((each) => ({ ...each, required: required && inAll(each.name) }))
  const own = ways.map((way) => way.filter((each) => each.required && !inAll(each.name)))
  const hint = own.map((way) => way.map(({ label }) => `«${label}»`).join(' og ')).join(', eller ')
  return { fields, hint: `Enten ${hint}` }
}

function choicesOf({ schema, meta: { choices = {} } }: Field): Choice[] {
  return (schema as z.ZodEnum).options.map((option) => {
    const value = String(option)
    return { value, label: choices[value] ?? capitalise(value.replaceAll('-', ' ')) }
  })
}

const capitalise = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** What a folded item shows: its first fields. */
const summaryOf = (fields: readonly CmsField[]): string =>
  fields
    .filter(({ widget }) => !['object', 'list', 'hidden', 'boolean'].includes(widget))
    .slice(0, 3)
    .map(({ name }) => `{{fields.${name}}}`)
    .join(' ')
