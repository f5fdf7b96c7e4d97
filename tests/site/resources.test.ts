import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { everyQuestion } from '#forms/definition.ts'
import { definitions } from '#forms/forms.ts'
import { buildFolder, type SiteName, siteNames } from '../sites.ts'

const read = (site: SiteName, path: string) => readFileSync(join(buildFolder(site), 'client', path), 'utf8')
const namesOf = (pattern: string) =>
  globSync(pattern).map((file) => parse(readFileSync(file, 'utf8')) as { name: string; counties?: string[] })
const regional = namesOf('content/resources/*.yaml').filter(({ counties }) => counties)

describe.each(siteNames)('the places to turn of %s', (site) => {
  const all = read(site, 'tilbud/index.html')

  test('are all there: its own and the national ones', () => {
    const own = namesOf(`content/municipalities/${site}/resources/*.yaml`)
    const national = namesOf('content/resources/*.yaml').filter(({ counties }) => !counties)
    expect(own.length).toBeGreaterThan(3)
    expect([...own, ...national].filter(({ name }) => !all.includes(name))).toEqual([])
  })

  test('can be narrowed with plain links', () => {
    const links = [...all.matchAll(/href="\/tilbud\/([a-z-]+)\/"/g)].map(([, filter = '']) => filter)
    expect(new Set(links).size).toBeGreaterThan(10)
    for (const filter of links) expect(read(site, `tilbud/${filter}/index.html`)).toContain('<h1>')
  })

  test('ask the reader to check what is old', () => {
    const years = [...read(site, 'tilbud/kreft/index.html').matchAll(/Opplysningen er fra (\S*)\. Sjekk/g)]
    expect(years.length).toBeGreaterThan(0)
    for (const [, year] of years) expect(year).toMatch(/^20\d\d$/)
  })
})

test('places of a county are shown in its municipalities only', () => {
  expect(regional.length).toBeGreaterThan(3)
  const shown = (site: SiteName) =>
    regional.filter(({ name }) => read(site, 'tilbud/index.html').includes(`>${name}<`))
  expect(shown('hamar')).toEqual(regional)
  expect(shown('gjovik')).toEqual(regional)
  expect(shown('fjordvik')).toEqual([])
})

test('the privacy page says of every form what it is for, what it asks and when it is deleted', () => {
  const page = read('hamar', 'om/personvern/index.html')
  expect(definitions.length).toBeGreaterThan(0)
  for (const definition of definitions) {
    const { key, path, purpose, retentionMonths } = definition
    const part = new RegExp(`data-form="${key}".*?</section>`, 's').exec(page)?.[0] ?? ''
    expect(part).toContain(`href="${path}"`)
    expect(part).toContain(purpose)
    expect(part).toContain(`${retentionMonths} måneder`)
    expect(part.match(/<li>/g)).toHaveLength(Object.keys(everyQuestion(definition)).length)
  }
})
