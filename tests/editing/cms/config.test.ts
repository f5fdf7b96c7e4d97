import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Collection } from '#editing/cms/collection.ts'
import { routeOf } from '#editing/cms/route.ts'
import { type CmsField, type Lists, toField, toFields } from '#editing/cms/widget.ts'
import { kindAt } from '#editing/kind-at.ts'
import { blocks } from '#editorial/block.ts'
import { day, optional, text, wallTime } from '#editorial/field.ts'
import { source } from '#editorial/source.ts'
import { siteNames } from '../../sites.ts'
import { configOf, files } from './site.ts'

const lists: Lists = { path: [], law: [{ value: 'hol', label: 'Loven' }], form: [], resource: [] }

/** Every file that a configuration opens: its path, and where. */
function opened(collections: readonly Collection[]) {
  return [...files.keys()].flatMap((below) => {
    const path = `content/${below}`
    return collections.flatMap(({ name, folder, extension, files: own, fields }) => {
      const file = own?.find((each) => each.file === path)
      if (file) return [{ path, collection: name, entry: file.name, fields: file.fields }]
      const [, above, slug = ''] = /^(.*)\/([^/]+)\.[a-z]+$/.exec(path) ?? []
      return folder === above && path.endsWith(`.${extension}`)
        ? [{ path, collection: name, entry: slug, fields: fields ?? [] }]
        : []
    })
  })
}

describe.each(siteNames)('the CMS of %s', (municipality) => {
  const { collections } = configOf(municipality)
  const entries = opened(collections)

  test('opens every text that may be edited, once, and none of another municipality', () => {
    const editable = [...files.keys()]
      .map((path) => `content/${path}`)
      .filter((path) => kindAt(path, municipality))
    expect(editable.length).toBeGreaterThan(200)
    expect(entries.map(({ path }) => path)).toEqual(editable)
  })

  test('is where the links of the coordinator’s pages lead', () => {
    for (const { path, collection, entry } of entries)
      expect(routeOf(path, municipality), path).toEqual({ collection, slug: entry })
  })

  test('has a field for everything that the files say', () => {
    const missing = entries.flatMap(({ path, fields }) =>
      unknown(readValues(path), fields).map((name) => `${path}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  test('offers every value that the files have chosen', () => {
    const missing = entries.flatMap(({ path, fields }) =>
      unoffered(readValues(path), fields).map((name) => `${path}: ${name}`),
    )
    expect(missing).toEqual([])
  })

  test('says of each list what one adds to it, and of each part of a form which it is', () => {
    const inMain = collections.filter(({ locale }) => locale === 'nb')
    const forms = inMain.flatMap(({ fields, files: own = [] }) => [
      fields ?? [],
      ...own.map((file) => file.fields),
    ])
    const all = forms.flat().flatMap(deep)
    const nameless = all.filter(
      ({ widget, fields, field, label_singular }) =>
        /^(list|changes)$/.test(widget) && (fields ?? field) && !label_singular,
    )
    expect(nameless.map(({ name }) => name)).toEqual([])
    for (const fields of [...forms, ...all.map(({ fields }) => fields ?? [])]) {
      const labels = fields.flatMap(({ label, widget }) => (widget === 'object' ? [label] : []))
      expect(labels).toEqual([...new Set(labels)])
    }
  })

  test('says everything in Norwegian: each field and choice has words of its own', () => {
    const all = collections
      .flatMap(({ fields = [], files: own = [] }) => [...fields, ...own.flatMap((file) => file.fields)])
      .flatMap(deep)
    expect(all.length).toBeGreaterThan(1000)
    const silent = all.filter(
      ({ label, name, widget }) => widget !== 'hidden' && (label === name || label === ''),
    )
    expect([...new Set(silent.map(({ name }) => name))]).toEqual([])
  })
})

/** Names in a value that no field is for. */
function unknown(value: unknown, fields: readonly CmsField[]): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => unknown(each, fields))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => {
    const field = fields.find((one) => one.name === name)
    // A form without rules has nothing to fill in, and keeps its empty list of them.
    if (!field) return isDeepStrictEqual(each, {}) ? [] : [name]
    if (field.types) return (each as Record<string, unknown>[]).flatMap((item) => unknownOfType(item, field))
    return field.fields ? unknown(each, field.fields).map((inner) => `${name}.${inner}`) : []
  })
}

function unknownOfType(item: Record<string, unknown>, { typeKey, types = [] }: CmsField): string[] {
  const { [String(typeKey)]: kind, ...rest } = item
  const type = types.find(({ name }) => name === kind)
  return type ? unknown(rest, type.fields ?? []) : [`${typeKey}: ${kind}`]
}

/** Values that stand in a file, and not among the choices of their field. */
function unoffered(value: unknown, fields: readonly CmsField[]): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => unoffered(each, fields))
  if (typeof value !== 'object' || value === null) return []
  return fields.flatMap(({ name, options, fields: inner }) => {
    const own = (value as Record<string, unknown>)[name]
    if (own === undefined) return []
    if (inner) return unoffered(own, inner)
    if (!options) return []
    const offered = (options as { value: string }[]).map((each) => each.value)
    return [own]
      .flat()
      .filter((each) => !offered.includes(String(each)))
      .map((each) => `${name} ${each}`)
  })
}

const readValues = (path: string): unknown => {
  const text = files.get(path.slice('content/'.length)) ?? ''
  return parse(path.endsWith('.mdx') ? (/^---\n([\s\S]*?\n)---/.exec(text)?.[1] ?? '') : text)
}

const deep = (field: CmsField): CmsField[] => [
  field,
  ...[...(field.fields ?? []), ...(field.types ?? [])].flatMap(deep),
]

test('a field that is added to a schema is in the CMS, and nothing else has to be done', () => {
  const before = z.strictObject({ title: text().meta({ label: 'Tittel' }) })
  const after = before.extend({
    parking: optional(text().max(200)).meta({ label: 'Parkering', hint: 'Hvor det er plass' }),
  })
  expect(toFields(before, lists).map(({ name }) => name)).toEqual(['title'])
  expect(toFields(after, lists)[1]).toEqual({
    name: 'parking',
    label: 'Parkering',
    hint: 'Hvor det er plass',
    widget: 'text',
    required: false,
    pattern: ['^[^]{0,200}$', 'høyst 200 tegn'],
  })
})

describe('a field of the CMS', () => {
  const widget = (schema: z.ZodType) => toField('x', schema, lists)

  test('is a calendar for a day, with today’s in something new, and a clock for a time', () => {
    expect(widget(day())).toMatchObject({
      widget: 'datetime',
      date_format: 'YYYY-MM-DD',
      time_format: false,
      required: true,
    })
    expect(widget(day().meta({ input: 'today' })).default).toBe('{{now}}')
    expect(widget(wallTime())).toMatchObject({ widget: 'datetime', date_format: false, time_format: 'HH:mm' })
  })

  test('says in our own words what does not fit', () => {
    expect(widget(z.string().regex(/^a+$/, 'Skriv a')).pattern).toEqual(['^a+$', 'Skriv a'])
    expect(widget(z.int().min(1).max(7))).toMatchObject({
      widget: 'number',
      min: 1,
      max: 7,
      value_type: 'int',
    })
    expect(widget(z.array(text()).min(2).max(6))).toMatchObject({
      widget: 'list',
      min: 2,
      max: 6,
      required: true,
    })
  })

  test('is not asked for in an object that may be left out, for the whole of it may be', () => {
    const place = z.strictObject({ name: text(), floor: z.int() })
    expect(widget(place).fields?.map(({ required }) => required)).toEqual([true, true])
    expect(widget(optional(place))).toMatchObject({ required: false, collapsed: true })
    expect(widget(optional(place)).fields?.map(({ required }) => required)).toEqual([false, false])
  })

  test('holds the fields of every way to say where a fact comes from, and tells which belong together', () => {
    const { fields, hint } = widget(z.array(source).meta({ label: 'Kilder' }))
    expect(fields?.map(({ name }) => name)).toEqual(['law', 'paragraph', 'checkedAt', 'title', 'url', 'year'])
    expect(fields?.every(({ required }) => !required)).toBe(true)
    expect(hint).toBe('Enten «Lov» og «Paragraf» og «Kontrollert», eller «Navn på kilden»')
  })

  test('is refused in English when no widget is known for its kind', () => {
    expect(() => widget(z.date())).toThrow('x: expected one of string')
  })
})

test('each block is a form with a choice where there is one', () => {
  const { blocks: forms } = configOf('fjordvik')
  expect(forms.map(({ id }) => id)).toEqual(Object.keys(blocks))
  const contact = forms.find(({ id }) => id === 'Contact')?.fields ?? []
  expect(contact.map(({ widget }) => widget)).toEqual(['select', 'select'])
  expect(contact[0]?.options).toContainEqual({ value: 'nav', label: 'Nav' })
})

describe('a repository elsewhere', () => {
  const ours = configOf('fjordvik')

  test.each([
    [
      'github+https://github.com/kommune/tekster?branch=hoved',
      { name: 'github', repo: 'kommune/tekster', branch: 'hoved' },
    ],
    [
      'github+https://git.kommune.no/kommune/tekster?sign-in=innlogging.kommune.no',
      {
        name: 'github',
        api_root: 'https://git.kommune.no/api/v3',
        base_url: 'https://innlogging.kommune.no',
      },
    ],
    [
      'gitlab+https://gitlab.com/kommune/web/tekster.git?application=abc',
      {
        name: 'gitlab',
        repo: 'kommune/web/tekster',
        branch: 'main',
        auth_type: 'pkce',
        app_id: 'abc',
        base_url: 'https://gitlab.com',
        api_root: 'https://gitlab.com/api/v4',
      },
    ],
    [
      'gitea+https://git.kommune.no/web/tekster?application=abc',
      {
        name: 'gitea',
        repo: 'web/tekster',
        app_id: 'abc',
        base_url: 'https://git.kommune.no',
        api_root: 'https://git.kommune.no/api/v1',
      },
    ],
  ])(
    '%s changes the backend, and nothing else but the drafts that Gitea cannot have',
    (elsewhere, expected) => {
      const { backend, publish_mode, ...rest } = configOf('fjordvik', elsewhere)
      expect(backend).toMatchObject(expected)
      expect(publish_mode).toBe(elsewhere.startsWith('gitea') ? 'simple' : 'editorial_workflow')
      const { backend: _ours, publish_mode: _mode, ...same } = ours
      expect(rest).toEqual(same)
    },
  )
})
