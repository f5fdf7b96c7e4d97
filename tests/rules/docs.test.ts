import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { files, read, sourceFiles } from './source.ts'

const docs = files.filter((file) => file.endsWith('.md'))
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)
/** npm runs these two without the word `run`. */
const short = ['start', 'test']

describe('the documents', () => {
  test('include what a newcomer looks for', () => {
    for (const file of ['README.md', 'GLOSSARY.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])
      expect(docs).toContain(file)
    expect(read('LICENSE')).toMatch(/^MIT License/)
  })

  test('keep the README within 120 lines', () => {
    expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(120)
  })

  test('name only npm scripts that exist', () => {
    const missing = docs.flatMap((file) =>
      [...read(file).matchAll(/\bnpm run ([\w:-]+)/g)]
        .filter(([, name = '']) => !scripts.includes(name))
        .map(([command]) => `${file}: ${command}`),
    )
    expect(missing).toEqual([])
  })

  test('explain every npm script', () => {
    const all = docs.map(read).join('\n')
    const command = (name: string) => (short.includes(name) ? `npm ${name}` : `npm run ${name}`)
    expect(scripts.filter((name) => !new RegExp(`${command(name)}(?![\\w:-])`).test(all))).toEqual([])
  })

  test('name only files that exist', () => {
    const roots = new Set(files.map((file) => file.split('/')[0]))
    const missing = docs.flatMap((file) => {
      const text = read(file)
      const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, to = '']) =>
        join(dirname(file), to),
      )
      const named = [...text.matchAll(/`([\w.-]+(?:\/[\w.[\]-]*)+)`/g)]
        .map(([, path = '']) => path)
        .filter((path) => roots.has(path.split('/')[0]))
      return [...links, ...named].filter((path) => !existsSync(path)).map((path) => `${file}: ${path}`)
    })
    expect(missing).toEqual([])
  })
})

test('comments name only documents that exist', () => {
  const named = sourceFiles.flatMap((file) => read(file).match(/\bdocs\/[\w/-]+\.md/g) ?? [])
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})

describe('the decisions', () => {
  const decisions = files.filter((file) => /^docs\/decisions\/\d/.test(file))

  test('are numbered one by one', () => {
    const numbers = decisions.map((file) => Number(/\/(\d{3})-/.exec(file)?.[1]))
    expect(numbers).toEqual(decisions.map((_, index) => index + 1))
  })

  test('are all listed', () => {
    const index = read('docs/decisions/README.md')
    expect(decisions.filter((file) => !index.includes(`(${file.replace('docs/decisions/', '')})`))).toEqual(
      [],
    )
  })

  test.each(decisions)('%s says context, decision and consequences', (file) => {
    const headings = [...read(file).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(expect.arrayContaining(['Context', 'Decision', 'Consequences']))
  })
})
