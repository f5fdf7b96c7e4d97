import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { themes } from '#calendar/session.ts'
import { callQuestions } from '#casework/call-guide.ts'
import { meetingPoints, meetingQuestions } from '#casework/meeting-agenda.ts'
import { agreementBlanks } from '#casework/needs-agreement.ts'
import { type Attachment, attachmentSchema, coursePartSchema } from '#editorial/attachment.ts'
import { findUnknownPlaceholders } from '#editorial/placeholders.ts'
import { proseBlocks, readBody } from '#editorial/prose.ts'
import { measureReadability, readabilityLimits } from '#editorial/readability.ts'
import { files, read } from './source.ts'

/** What the model needs on paper; the course folder is beside them. */
const promised = [
  'behovsavtale',
  'du-har-fatt-vite-om',
  'forventninger-frivillig',
  'forventninger-parorende',
  'koblingsmote',
  'livsarket',
  'oppfolgingssamtale',
  'rollekort',
  'samarbeidsavtale',
  'samtalen-etter-kurset',
  'samtalepunkter',
  'sjekkliste-kafevert',
  'sjekkliste-rekruttering',
  'taushetserklaering',
  'tekst-til-avisa',
  'tekster-til-a-kopiere',
  'til-lederen',
]

interface Opened {
  readonly slug: string
  readonly front: unknown
  readonly body: string
}

const open = (folder: string): Opened[] =>
  files
    .filter((file) => file.startsWith(`content/${folder}/`) && file.endsWith('.mdx'))
    .map((file) => {
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read(file)) ?? []
      return { slug: file.slice(`content/${folder}/`.length, -'.mdx'.length), front: parse(front), body }
    })

const attachments = open('attachments')
const parts = open('course-folder')
const bodyOf = (slug: string) => attachments.find((each) => each.slug === slug)?.body ?? ''
const blanksOf = (body: string) => [...body.matchAll(/<Blank label="([^"]*)"/g)].map(([, label]) => label)
const pointsOf = (body: string) => [...body.matchAll(/^- (?:\[ \] )?(.*)$/gm)].map(([, point]) => point)

test('every attachment that the model promises is there', () => {
  expect(attachments.map(({ slug }) => slug).sort()).toEqual(promised)
})

test('the course folder has the four themes, how to use it and the evaluation', () => {
  expect(parts.map(({ slug }) => slug).sort()).toEqual(
    [...Object.keys(themes), 'evaluering', 'slik-bruker-du-kursmappa'].sort(),
  )
  for (const { slug, body } of parts.filter(({ slug }) => slug in themes))
    for (const heading of [
      '## Mål for kvelden',
      '## Plan for kvelden',
      '## Notat',
      '## Øvelse 1',
      '## Historier',
      '## Les mer',
    ])
      expect(body, slug).toContain(heading)
})

test('each evening of the course lasts as long as it says', () => {
  for (const { slug, body } of parts.filter(({ slug }) => slug in themes)) {
    const minutes = [...body.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number))
    expect(
      minutes.reduce((sum, each) => sum + each, 0),
      slug,
    ).toBe(150)
  }
})

test('a number is that of the closing list of the handbook', () => {
  const numbers = attachments.map(({ slug, front }) => [slug, attachmentSchema.parse(front).number] as const)
  expect(Object.fromEntries(numbers.filter(([, number]) => number))).toEqual({
    'samtalen-etter-kurset': 3,
    taushetserklaering: 3,
    koblingsmote: 5,
  })
})

describe.each([...attachments, ...parts])('$slug', ({ front, body }) => {
  const text = body.replace(/<Blank label="([^"]*)"[^>]*>/g, '$1').replace(/<[^>]*>/g, '')

  test('follows its schema, and will be looked at again', () => {
    const schema = 'step' in (front as object) ? attachmentSchema : coursePartSchema
    const { changedAt, reviewBy } = schema.parse(front)
    expect(reviewBy > changedAt).toBe(true)
  })

  test('is prose that can be drawn, and names no placeholder that is not filled', () => {
    expect(readBody(body).children.length).toBeGreaterThan(2)
    expect(findUnknownPlaceholders(body.replace(/^- \[[ x]\]/gm, '-'))).toEqual([])
  })

  test('is easy to read', () => {
    const { lix, meanSentence, words, hardest } = measureReadability(
      proseBlocks(text).map((each) => each.text),
    )
    expect(words).toBeGreaterThan(60)
    expect(lix, JSON.stringify(hardest)).toBeLessThanOrEqual(readabilityLimits.staff.lix)
    expect(meanSentence).toBeLessThanOrEqual(readabilityLimits.staff.meanSentence)
  })
})

describe('paper and pages say the same:', () => {
  test('the needs agreement', () => {
    expect(blanksOf(bodyOf('behovsavtale'))).toEqual(Object.values(agreementBlanks))
  })

  test('the matching meeting', () => {
    const points = pointsOf(bodyOf('koblingsmote'))
    expect(points).toEqual(expect.arrayContaining([...meetingQuestions, ...meetingPoints]))
    const minutes = { Fem: 5, Ti: 10 } as const
    const agreed = [...bodyOf('koblingsmote').matchAll(/^(Fem|Ti) minutter\./gm)]
    expect(agreed.reduce((sum, [, words]) => sum + minutes[words as keyof typeof minutes], 0)).toBe(30)
  })

  test('the follow-up call', () => {
    const asked = Object.values(callQuestions).flatMap(({ running, ended }) => [...running, ...ended])
    expect(asked.length).toBeGreaterThan(10)
    expect(pointsOf(bodyOf('oppfolgingssamtale'))).toEqual(expect.arrayContaining(asked))
  })

  test('what home care can say', () => {
    const page = read('content/pages/nb/staff/slik-tar-du-det-opp.mdx')
    const sayings = [...bodyOf('samtalepunkter').matchAll(/«([^»]+[.?])»/g)].map(([, saying]) => saying)
    expect(sayings.length).toBeGreaterThan(10)
    expect(sayings.filter((saying) => !page.includes(`«${saying}»`))).toEqual([])
  })

  test('the sheet that home care leaves behind', () => {
    const page = read('content/pages/nb/adults/du-har-fatt-vite-om.mdx')
    const [, same = ''] = /(Du hjelper en som er syk[\s\S]*?)\n\n\|/.exec(page) ?? []
    expect(same.length).toBeGreaterThan(400)
    expect(bodyOf('du-har-fatt-vite-om')).toContain(same)
  })

  test('what a volunteer never does', () => {
    const page = read('content/pages/nb/volunteer/bli-frivillig.mdx')
    const [, never = ''] = /## Dette gjør du aldri\n\n([\s\S]*?)\n\n/.exec(page) ?? []
    expect(pointsOf(never).length).toBeGreaterThan(3)
    expect(pointsOf(bodyOf('rollekort'))).toEqual(expect.arrayContaining(pointsOf(never)))
  })

  test('the three questions that volunteers are asked before the course', () => {
    const { questions } = parse(read('content/forms/volunteer.yaml')) as {
      questions: Record<string, { label: string }>
    }
    const asked = ['expectCourse', 'expectVolunteering', 'expectSupport'].map((key) => questions[key]?.label)
    expect(blanksOf(bodyOf('forventninger-frivillig'))).toEqual(expect.arrayContaining(asked))
  })
})

test('the declaration cites the law with its day, and overstates none', () => {
  const body = bodyOf('taushetserklaering')
  for (const cited of [
    '§ 12-1',
    'Forvaltningsloven § 13',
    '§ 3-6',
    'helsepersonelloven § 21',
    '2. juli 2026',
  ])
    expect(body).toContain(cited)
  expect(body).toContain('En frivillig er ikke helsepersonell')
})

test('the idea of «Livsarket» is credited to whoever had it, and the words are not theirs', () => {
  const front = attachments.find(({ slug }) => slug === 'livsarket')?.front as Attachment
  expect(front.credit?.text).toContain('Ergoterapeutenes Seniorforum')
  expect(front.credit?.link).toMatch(/^https:\/\/www\.ergoterapeutene\.org\//)
  for (const theirs of [
    'Dette vil jeg du skal vite om meg',
    'Dette liker jeg å gjøre',
    'Noe jeg helst vil unngå',
  ])
    expect(bodyOf('livsarket')).not.toContain(theirs)
})

test('the papers that the coordinator is led to are there', () => {
  const named = files
    .filter((file) => file.startsWith('src/pages/koordinator/'))
    .flatMap((file) => [...read(file).matchAll(/linksToPapers\(([^)]*)\)/g)].map(([, list = '']) => list))
    .flatMap((list) => [...list.matchAll(/'([^']+)'/g)].map(([, slug]) => slug))
    .filter((slug) => slug !== 'kurssamtale')
  expect(named.length).toBeGreaterThan(6)
  const known = [...attachments, ...parts].map(({ slug }) => slug)
  expect(named.filter((slug) => !known.includes(slug as string))).toEqual([])
})
