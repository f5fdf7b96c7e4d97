import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { type DeclaredName, declaredNames, files, read, sourceFiles, wordsOf } from './source.ts'

/** The third column of GLOSSARY.md, each as words: `next of kin`. */
const refused = read('GLOSSARY.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|(---| code )/.test(line))
  .flatMap((line) => (line.split('|')[3] ?? '').split(','))
  .map((word) => word.trim())
  .filter((word) => word !== '')

const singular = (word: string) => word.replace(/(?<=[a-z]{3})(?<!s)s$/, '')

function refusedWord(name: string): string | undefined {
  const words = ` ${wordsOf(name).map(singular).join(' ')} `
  return refused.find((each) => words.includes(` ${each.split(' ').map(singular).join(' ')} `))
}

/** Folders that speak of the domain; server, styles and components speak of the platform too. */
const domainFiles = sourceFiles.filter((file) =>
  /^src\/(editorial|calendar|forms|casework|db|intake|access|editing|paper)\//.test(file),
)

function contentKeys(file: string): DeclaredName[] {
  const text = file.endsWith('.mdx') ? (/^---\n([\s\S]*?)\n---/.exec(read(file))?.[1] ?? '') : read(file)
  const keys = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(keys)
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]) => [key, ...keys(inner)])
  }
  return parseAllDocuments(text)
    .flatMap((document) => keys(document.toJS()))
    .map((name) => ({ file, name }))
}

const offending = (names: readonly DeclaredName[]) =>
  names.flatMap(({ file, name }) => {
    const word = refusedWord(name)
    return word ? [`${file}: «${name}» says «${word}», which GLOSSARY.md refuses`] : []
  })

describe('the words of the glossary', () => {
  test('are read from its third column', () => {
    expect(refused).toContain('next of kin')
    expect(refused.length).toBeGreaterThan(15)
    expect(refusedWord('nextOfKinName')).toBe('next of kin')
    expect(refusedWord('user_ids')).toBe('user')
    expect(refusedWord('casework')).toBeUndefined()
  })

  test('name our types, tables, columns and schema fields', () => {
    const names = domainFiles.flatMap(declaredNames)
    expect(names.length).toBeGreaterThan(100)
    expect(offending(names)).toEqual([])
  })

  test('name the keys of content files', () => {
    const names = files.filter((file) => /^content\/.*\.(ya?ml|mdx)$/.test(file)).flatMap(contentKeys)
    expect(names.length).toBeGreaterThan(50)
    expect(offending(names)).toEqual([])
  })

  test('name our files', () => {
    const stem = (file: string) => file.split('/').at(-1)?.split('.')[0] ?? ''
    expect(offending(domainFiles.map((file) => ({ file, name: stem(file) })))).toEqual([])
  })
})
