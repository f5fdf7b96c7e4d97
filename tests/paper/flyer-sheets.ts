/** The flyers of a municipality as its build fills them in, from its own files, without a build. */
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { parse } from 'yaml'
import type { z } from 'zod'
import { cafeSchema, toCafe } from '#calendar/cafe.ts'
import { courseSchema, toCourse } from '#calendar/course.ts'
import { type Flyer, type FlyerSlug, flyerSchema } from '#editorial/flyer.ts'
import type { FlyerSheet } from '#editorial/flyer-sheet.ts'
import { frontSchema } from '#editorial/front.ts'
import { municipalitySchema } from '#editorial/municipality.ts'
import { resourceSchema } from '#editorial/resource.ts'
import { type FlyerFacts, fillFlyer } from '#paper/flyer/fill.ts'
import { fixedNow } from '../sites.ts'

const readYaml = <Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> =>
  schema.parse(parse(readFileSync(file, 'utf8')))

const readAll = <Schema extends z.ZodType>(folder: string, schema: Schema) =>
  globSync(`${folder}/*.yaml`)
    .sort()
    .map((file) => ({ id: basename(file, '.yaml'), data: readYaml(file, schema) }))

export function factsOf(name: string, line: FlyerFacts['line'] = 'none'): FlyerFacts {
  const folder = `content/municipalities/${name}`
  const municipality = readYaml(`${folder}/municipality.yaml`, municipalitySchema)
  const courses = readAll(`${folder}/courses`, courseSchema).map(({ id, data }) =>
    toCourse(id, data, municipality),
  )
  return {
    municipality,
    line,
    courses: courses.filter(({ unlisted }) => !unlisted),
    cafes: readAll(`${folder}/cafes`, cafeSchema).map(({ id, data }) => toCafe(id, data, municipality)),
    resources: readAll('content/resources', resourceSchema)
      .map(({ id, data }) => ({ id, ...data }))
      .sort((a, b) => a.order - b.order),
    capacity: readYaml('content/pages/nb/front.yaml', frontSchema).capacity,
    draft: `Utkast – ikke kontrollert av ${municipality.officialName}`,
    now: Temporal.Instant.from(fixedNow),
    origin: `https://parorende.${name}.example`,
  }
}

export const wordsOf = (slug: FlyerSlug): Flyer => readYaml(`content/flyers/${slug}.yaml`, flyerSchema)

export const sheetOf = (slug: FlyerSlug, facts: FlyerFacts, channel?: string): FlyerSheet =>
  fillFlyer(slug, wordsOf(slug), facts, channel)

/** Everything that a flyer says, in order. */
export const textsOf = ({
  brand,
  draft,
  title,
  intro,
  blocks,
  link,
  contact,
  foot,
}: FlyerSheet): string[] => [
  brand,
  ...(draft ? [draft] : []),
  title,
  intro,
  ...blocks.flatMap((block) => {
    if (block.kind === 'points') return block.points
    if (block.kind === 'lines')
      return block.lines.map(({ strong, text }) => (text ? `${strong}. ${text}` : strong))
    return [block.text]
  }),
  link.action,
  link.shown,
  contact.text,
  ...(contact.number ? [contact.number] : []),
  foot,
]
