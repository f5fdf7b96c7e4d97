import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Resource, resourceSchema, serves } from '#editorial/resource.ts'
import { choose, isAge, resourceFilters } from '#editorial/resource-filter.ts'
import { resourcePageSchema } from '#editorial/resource-page.ts'
import { read } from '../rules/source.ts'

const shipped = globSync('content/{resources,municipalities/*/resources}/*.yaml').map((file) => ({
  ...resourceSchema.parse(parse(read(file))),
  file,
}))
const shownBy = (places: typeof shipped, filter?: (typeof resourceFilters)[number]) => {
  const { urgent, levels } = choose(places, filter)
  return [...urgent, ...levels.flatMap((each) => each.places)]
}

const place = (more: Partial<Resource> & { name: string }): Resource => ({
  summary: 'Et tilbud.',
  kind: 'organisasjon',
  level: 'nasjonalt',
  audiences: ['adults'],
  situations: ['alle'],
  counties: [],
  openingHours: [],
  urgent: false,
  order: 50,
  sources: [{ title: 'Fjordvik kommune' }],
  ...more,
})
const names = (found: ReturnType<typeof choose>) =>
  found.levels.map(({ level, places }) => [level, ...places.map((each) => each.name)])

describe('the filters of the places to turn', () => {
  test('leave none of the shipped places out', () => {
    expect(shipped.length).toBeGreaterThan(40)
    const shown = new Set(resourceFilters.flatMap((filter) => shownBy(shipped, filter)))
    expect(shipped.filter((each) => !shown.has(each)).map((each) => each.file)).toEqual([])
    expect(shownBy(shipped).length).toBe(shipped.length)
  })

  test.each(resourceFilters)('%s shows a place that is made for it, not only those for all', (filter) => {
    const own = shownBy(shipped, filter).filter((each) => isAge(filter) || each.situations.includes(filter))
    expect(own.length).toBeGreaterThan(0)
  })

  test('put the nearest first, and on a level what is made for the situation', () => {
    const places = [
      place({ name: 'For alle' }),
      place({ name: 'Demenslinjen', situations: ['demens'] }),
      place({ name: 'Fylkeslaget', level: 'regionalt', situations: ['demens'] }),
      place({ name: 'Kreftlinjen', situations: ['kreft'] }),
      place({ name: 'Foreningen i Fjordvik', level: 'lokalt', situations: ['demens'] }),
    ]
    expect(names(choose(places, 'demens'))).toEqual([
      ['lokalt', 'Foreningen i Fjordvik'],
      ['regionalt', 'Fylkeslaget'],
      ['nasjonalt', 'Demenslinjen', 'For alle'],
    ])
  })

  test.each(['hamar', 'gjovik', 'fjordvik'])(
    'meet whoever is hit in %s with a place made for that',
    (name) => {
      const here = shipped.filter(({ file }) => /^content.resources/.test(file) || file.includes(name))
      const county = name === 'fjordvik' ? 'Fjordland' : 'Innlandet'
      const [nearest] = choose(
        here.filter((each) => serves(each, county)),
        'vold',
      ).levels
      expect(nearest?.places[0]?.situations).toContain('vold')
    },
  )

  test('send the young to their own page instead of filling the situations with what is for them alone', () => {
    const places = [
      place({ name: 'For unge i alt', audiences: ['youth'] }),
      place({ name: 'For unge om rus', audiences: ['youth'], situations: ['rus'] }),
    ]
    expect(names(choose(places, 'rus'))).toEqual([['nasjonalt', 'For unge om rus']])
    expect(names(choose(places, 'unge'))).toEqual([['nasjonalt', 'For unge i alt', 'For unge om rus']])
  })

  test('keep the numbers for danger apart, on every page of adults', () => {
    const danger = place({ name: 'Nødtelefonen', urgent: true })
    for (const filter of [undefined, 'demens', 'voksne'] as const) {
      expect(choose([danger], filter).urgent).toEqual([danger])
      expect(choose([danger], filter).levels).toEqual([])
    }
  })
})

describe('a place that names its counties', () => {
  test('serves them and no other; without counties it serves the whole country', () => {
    expect(serves({ counties: ['Innlandet'] }, 'Innlandet')).toBe(true)
    expect(serves({ counties: ['Innlandet'] }, 'Fjordland')).toBe(false)
    expect(serves({ counties: [] }, 'Fjordland')).toBe(true)
  })

  test('names one that a municipality lies in', () => {
    const known = globSync('content/municipalities/*/municipality.yaml').map(
      (file) => parse(read(file)).county,
    )
    const named = shipped.flatMap((each) => each.counties)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((county) => !known.includes(county))).toEqual([])
  })
})

test('no local place hides a national one of the same file name', () => {
  const national = new Set(globSync('content/resources/*.yaml').map((file) => basename(file)))
  const local = globSync('content/municipalities/*/resources/*.yaml')
  expect(local.filter((file) => national.has(basename(file)))).toEqual([])
})

test('the words of the filters name each of them', () => {
  const words = resourcePageSchema.parse(parse(read('content/pages/nb/resources.yaml')))
  expect(Object.keys({ ...words.situations, ...words.ages }).sort()).toEqual([...resourceFilters].sort())
})
