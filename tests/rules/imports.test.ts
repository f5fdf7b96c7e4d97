import { describe, expect, test } from 'vitest'
import { bareCode, importsOf, sourceFiles } from './source.ts'

/**
 * The dependency table of the project: a folder of src/ (or one file), what it may import of ours, and which
 * libraries. A folder may always import itself. `*` is everything.
 */
const temporal = ['zod', 'temporal-polyfill']
const layers: Record<string, { own: string[]; libraries: string[] }> = {
  editorial: { own: [], libraries: [...temporal, 'satteri', 'uqr'] },
  calendar: {
    own: ['editorial'],
    libraries: [...temporal, 'ical-generator', 'rrule-temporal', 'date-holidays'],
  },
  forms: { own: ['editorial'], libraries: [...temporal, '@navikt/fnrvalidator', 'libphonenumber-js'] },
  search: { own: ['editorial'], libraries: ['zod', 'minisearch'] },
  casework: { own: ['editorial', 'calendar', 'forms'], libraries: temporal },
  db: {
    own: ['editorial', 'calendar', 'forms', 'casework'],
    libraries: ['node:', 'temporal-polyfill', 'kysely', 'pg'],
  },
  backup: { own: ['forms', 'casework', 'db'], libraries: ['*'] },
  intake: { own: ['editorial', 'calendar', 'forms', 'casework', 'db', 'backup'], libraries: ['*'] },
  access: { own: ['editorial', 'calendar', 'forms', 'casework', 'db'], libraries: ['*'] },
  publish: {
    own: ['texts', 'env.ts', 'paper', 'editorial', 'calendar', 'forms', 'search', 'casework', 'db'],
    libraries: ['*'],
  },
  editing: { own: ['editorial', 'calendar', 'forms', 'search', 'publish', 'turns.ts'], libraries: ['*'] },
  paper: {
    own: ['editorial', 'calendar', 'forms', 'casework', 'turns.ts'],
    libraries: ['node:', 'temporal-polyfill', 'satteri', 'pdfkit', 'fontkit', 'docx', 'fflate', 'sharp'],
  },
  styles: { own: [], libraries: [] },
  components: {
    own: ['editorial', 'calendar', 'forms', 'search', 'casework', 'styles'],
    libraries: ['astro', 'github-slugger', 'react', 'react-dom', 'satteri', 'temporal-polyfill', 'uqr'],
  },
  layouts: {
    own: ['editorial', 'calendar', 'forms', 'casework', 'styles', 'components'],
    libraries: ['astro', 'react', 'temporal-polyfill'],
  },
  texts: { own: ['editing', 'editorial', 'env.ts'], libraries: ['*'] },
  'content.ts': { own: ['content'], libraries: [] },
  content: {
    own: ['texts', 'editorial', 'calendar', 'forms', 'search', 'today.ts'],
    libraries: ['temporal-polyfill'],
  },
  'searchable.ts': { own: ['editorial', 'search', 'texts', 'content.ts'], libraries: [] },
  'flyers.ts': { own: ['editorial', 'paper', 'content.ts', 'today.ts'], libraries: ['temporal-polyfill'] },
  'kept.ts': { own: ['env.ts', 'paper', 'publish'], libraries: ['node:'] },
  'pictures.ts': { own: ['editorial', 'env.ts'], libraries: ['node:', 'sharp'] },
  'printed.ts': { own: ['editorial', 'paper', 'texts', 'content.ts', 'kept.ts'], libraries: [] },
  'turns.ts': { own: [], libraries: [] },
  'today.ts': { own: ['env.ts'], libraries: ['temporal-polyfill'] },
  'env.ts': { own: [], libraries: ['node:', 'temporal-polyfill'] },
  'locals.d.ts': { own: ['*'], libraries: ['*'] },
  'middleware.ts': { own: ['*'], libraries: ['*'] },
  pages: { own: ['*'], libraries: ['*'] },
  server: { own: ['*'], libraries: ['*'] },
  commands: { own: ['*'], libraries: ['*'] },
}

const layerOf = (file: string) => file.split('/')[1] ?? ''

function isAllowed(layer: string, imported: string): boolean {
  const rule = layers[layer]
  if (!rule) return false
  if (imported.startsWith('src/')) {
    const other = layerOf(imported)
    return other === layer || rule.own.includes('*') || rule.own.includes(other)
  }
  return rule.libraries.some(
    (each) => each === '*' || each === imported || (each === 'node:' && imported.startsWith(each)),
  )
}

describe('who may import whom', () => {
  test('is said for every folder of src', () => {
    expect(sourceFiles.length).toBeGreaterThan(20)
    expect([...new Set(sourceFiles.map(layerOf))].filter((layer) => !(layer in layers))).toEqual([])
  })

  test('holds', () => {
    const offending = sourceFiles.flatMap((file) =>
      importsOf(file)
        .filter((imported) => !isAllowed(layerOf(file), imported))
        .map((imported) => `${file} imports ${imported}`),
    )
    expect(offending).toEqual([])
  })

  test('is read from real imports, also types, import() and Astro components', () => {
    expect(importsOf('src/locals.d.ts')).toContain('src/server/runtime.ts')
    expect(importsOf('src/layouts/Page.astro')).toContain('src/styles/sheets.ts')
    expect(isAllowed('editorial', 'src/db/tables.ts')).toBe(false)
    expect(isAllowed('calendar', 'node:fs')).toBe(false)
    expect(isAllowed('components', 'src/content.ts')).toBe(false)
  })
})

describe('the outside world', () => {
  test('is unknown to the domain: it has no clock, environment or network of its own', () => {
    const domain = sourceFiles.filter((file) =>
      /^src\/(editorial|calendar|forms|search|casework)\//.test(file),
    )
    const outside = /Temporal\.Now|Date\.now|new Date\(\)|process\.|\bfetch\(|Math\.random|crypto\./
    expect(domain.filter((file) => outside.test(bareCode(file)))).toEqual([])
  })

  test('sets the environment through src/env.ts alone', () => {
    const readers = sourceFiles.filter((file) => /process\.env|import\.meta\.env/.test(bareCode(file)))
    expect(readers).toEqual(['src/env.ts'])
  })

  test('hands out content through src/content.ts alone', () => {
    const callers = (module: string) => sourceFiles.filter((file) => importsOf(file).includes(module))
    const inside = (file: string) => file.startsWith('src/content/')
    expect(callers('src/texts/collection.ts').filter((file) => !inside(file))).toEqual([])
    expect(callers('src/content/pages.ts').filter((file) => !inside(file))).toEqual(['src/content.ts'])
    expect(callers('astro:content')).toEqual([])
  })
})
