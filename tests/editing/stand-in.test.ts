import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Editing, openEditing } from '#editing/editing.ts'
import { fitFields } from '#editing/fit-fields.ts'
import { holdBack, withStandIns } from '#editing/hold-back.ts'
import { openRepository, type Repository } from '#editing/repository.ts'
import { findStandIn } from '#editing/stand-in.ts'
import { readText } from '#editing/tree.ts'
import { now } from '../db/databases.ts'
import { asking, cafe, gitIn, kari, page, pushByHand, searchPath } from './desk.ts'

const municipality = 'fjordvik'
const own = 'content/municipalities/fjordvik/municipality.yaml'
const textOf = (path: string) => readFileSync(path, 'utf8')

describe('fields that a schema was made for after they were written', () => {
  const schema = z.strictObject({
    title: z.string(),
    lead: z.string().max(12),
    office: z.strictObject({ name: z.string(), phone: z.string().length(8).optional() }).optional(),
    cancelled: z.array(z.strictObject({ date: z.iso.date() })).default([]),
  })
  const shipped = { title: 'Programmets', lead: 'Programmets', office: { name: 'Programmets' } }
  test.for([
    ['lose what is no more', { title: 'Vår', lead: 'Vår', old: 1 }, { title: 'Vår', lead: 'Vår' }],
    ['get what is new', { title: 'Vår' }, { title: 'Vår', lead: 'Programmets' }],
    ['get what fits', { title: 'Vår', lead: 'Vår, for lang' }, { title: 'Vår', lead: 'Programmets' }],
    [
      'of a list get all of it',
      { title: 'Vår', lead: 'Vår', cancelled: [{ date: 'i dag' }] },
      { title: 'Vår', lead: 'Vår' },
    ],
  ] as const)('%s from the text of the program', ([, fields, fitted]) => {
    expect(fitFields(schema, fields, shipped, false)).toEqual(fitted)
  })

  test.for([
    ['what is no more', { title: 'Vår', lead: 'Vår', old: 1 }, { title: 'Vår', lead: 'Vår' }],
    [
      'what may be blank',
      { title: 'Vår', lead: 'Vår', office: { name: 'Vår', phone: '1' } },
      { title: 'Vår', lead: 'Vår', office: { name: 'Vår' } },
    ],
    [
      'all around what may not',
      { title: 'Vår', lead: 'Vår', office: { name: 1 } },
      { title: 'Vår', lead: 'Vår' },
    ],
    [
      'no list, and nothing that must be there',
      { title: 'Vår', lead: 'Vår', cancelled: [{ date: 'i dag' }] },
      undefined,
    ],
  ] as const)('of a municipality lose %s, for nobody else knows', ([, fields, fitted]) => {
    expect(fitFields(schema, fields, shipped, true)).toEqual(fitted)
  })
})

describe('a text that does not fit the program', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'pusterom-stand-in-'))
  const options = { dataFolder, contentFolder: 'content', municipality, searchPath, now: () => now }
  let editing: Editing
  let repository: Repository
  beforeAll(async () => {
    editing = await openEditing(options)
    repository = await openRepository(options)
  })
  afterAll(() => rmSync(dataFolder, { recursive: true }))
  const standIn = (path: string, text: string) => findStandIn(repository, municipality, path, text)
  const fieldsOf = (text = '') => parse(/^(?:---\n)?([\s\S]*?)(?:\n---\n|$)/.exec(text)?.[1] ?? '')

  test('keeps on the site what else stands in it', async () => {
    const words = `${textOf(page).replace('\n---\n', '\nutgått: ja\n---\n')}\nVåre ord.\n`
    const found = await standIn(page, words)
    expect(found?.shows).toBe('rest')
    expect(found?.text).toMatch(/Våre ord\.\n$/)
    expect(fieldsOf(found?.text)).toEqual(fieldsOf(textOf(page)))
  })

  test('gives way to the text of the program where its prose is refused, or no page can be drawn of it', async () => {
    for (const words of [`${textOf(page)}\n<script>1</script>\n`, `${textOf(page)}\nVåre ord.\n`])
      expect(await standIn(page, words)).toEqual({ shows: 'shipped', text: textOf(page) })
  })

  test('of a municipality keeps its other facts, and shows none that may be old', async () => {
    const words = textOf(own)
      .replace(/^( +phone:).*$/m, '$1 ring oss')
      .replace(/^name: .*$/m, 'name: Nyvik')
    const found = await standIn(own, words)
    expect(found?.shows).toBe('rest')
    expect(fieldsOf(found?.text).name).toBe('Nyvik')
    expect(JSON.stringify(fieldsOf(found?.text))).not.toContain('ring oss')
    expect(await standIn(own, words.replace(/^theme: .*$/m, 'theme: regnbue'))).toBeUndefined()
  })

  test('that an editor made, or that says when something is, is not shown', async () => {
    const nothing = { shows: 'nothing', text: undefined }
    expect(await standIn(page.replace('avlastning', 'ny'), 'title: [')).toEqual(nothing)
    expect(await standIn(cafe, textOf(cafe).replace('kind: moved', 'kind: flyttet'))).toEqual(nothing)
  })

  test('is held back until it is another', async () => {
    const text = textOf(page).replace('\n---\n', '\nutgått: ja\n---\n')
    pushByHand(dataFolder, page, text)
    const { read, save } = asking(editing)
    const main = () => gitIn(repository.folder, 'rev-parse', 'main')
    const stop = { path: page, title: 'Avlastning', message: 'Feltet «utgått» finnes ikke her' }
    const elsewhere = { ...stop, path: '' }
    const held = await holdBack(repository, municipality, main(), [stop, elsewhere])
    expect(held).toMatchObject([{ ...stop, shows: 'rest' }])
    const shown = await withStandIns(repository, municipality, main(), held)
    expect(shown.held).toEqual(held)
    expect(await readText(repository, shown.tree, page)).not.toContain('utgått')
    expect(await read(kari, page)).toBe(text)

    // The form of the CMS has no such field any more, and hands it in as it was.
    const mended = text.replace(/^promise: .*$/m, 'promise: Vår lovnad.')
    expect(await save(kari, page, mended)).toMatchObject({ status: 200 })
    expect(await read(kari, page)).toBe(textOf(page).replace(/^promise: .*$/m, 'promise: Vår lovnad.'))
    expect(await withStandIns(repository, municipality, main(), held)).toEqual({ tree: main(), held: [] })
  })
})
