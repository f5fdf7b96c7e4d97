import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { municipalitySchema } from '#editorial/municipality.ts'
import { articleSchema } from '#editorial/page.ts'
import { proseBlocks, proseLinks } from '#editorial/prose.ts'
import type { ReportedContent, ReportedPage } from '#editorial/report/content.ts'
import { editorialReport, sayReport } from '#editorial/report/report.ts'
import { readReportContent } from '#publish/report-content.ts'

const now = Temporal.Instant.from('2026-11-21T08:00:00Z')
const later = Temporal.Instant.from('2027-01-20T08:00:00Z')

const empty: ReportedContent = {
  municipality: { file: 'municipality.yaml', name: 'Fjordvik kommune', approvedAt: '2026-01-01' },
  offices: [],
  cafes: [],
  resources: [],
  partners: [],
  pages: [],
  texts: [],
  broken: [],
}

function page(
  name: string,
  more: { locale?: string; body?: string; [field: string]: unknown } = {},
): ReportedPage {
  const { locale = 'nb', body = '', ...fields } = more
  const data = articleSchema.parse({ title: name, description: name, ...fields })
  const blocks = proseBlocks(body)
  return { file: `${locale}/${name}.mdx`, locale, name, audience: 'adults', data, blocks }
}

/** The findings of the group whose title begins so. */
function found(content: Partial<ReportedContent>, title: string, at = now) {
  const group = editorialReport({ ...empty, ...content }, at).find((each) => each.title.startsWith(title))
  if (!group) throw new Error(`expected a group «${title}», got none`)
  return group.findings.map(({ file, lines }) => [file, ...lines].join(' | '))
}

describe('the report', () => {
  test('lists pages whose day has passed or is less than a month away, the oldest first', () => {
    const pages = ['2026-12-21', '2026-11-20', '2026-12-22', '2026-11-21'].map((reviewBy) =>
      page(reviewBy, { reviewBy }),
    )
    expect(found({ pages: [...pages, page('none')] }, 'Sider')).toEqual([
      'nb/2026-11-20.mdx | Skulle vært sett over innen 20. november 2026. Ansvarlig: koordinator.',
      'nb/2026-11-21.mdx | Må ses over innen 21. november 2026. Ansvarlig: koordinator.',
      'nb/2026-12-21.mdx | Må ses over innen 21. desember 2026. Ansvarlig: koordinator.',
    ])
  })

  test('counts the day in Oslo, where the year may already have begun', () => {
    const newYear = Temporal.Instant.from('2026-12-31T23:30:00Z')
    const pages = [page('satser', { body: 'Du får 245 kroner i 2026.' })]
    expect(found({ pages }, 'Beløp', Temporal.Instant.from('2026-12-31T22:30:00Z'))).toEqual([])
    expect(found({ pages }, 'Beløp', newYear)).toHaveLength(1)
  })

  test('quotes the sentences with an amount of an earlier year, wherever the year stands', () => {
    const body = [
      'Prisen var 80 kroner i 2024. Den er 90 kroner i 2027. Det er nok.',
      '| Hva | Pris | År |\n|---|---|---|\n| Mat | 115 kr | 2026 |\n| Seng | 205 kr | 2027 |',
      'En tur koster 50 kroner.',
    ].join('\n\n')
    const text = {
      file: 'kafe.yaml',
      blocks: [{ text: 'En kopp til 10 kr (2026)', context: 'En kopp til 10 kr (2026)' }],
    }
    expect(found({ pages: [page('priser', { body })], texts: [text] }, 'Beløp', later)).toEqual([
      'nb/priser.mdx | «Prisen var 80 kroner i 2024.» | «115 kr»',
      'kafe.yaml | «En kopp til 10 kr (2026)»',
    ])
  })

  test('shows the hardest sentences of a page that is too hard, and leaves other languages alone', () => {
    const hard =
      'Omsorgstjenestene forutsetter dokumentasjon vedrørende pårørendes funksjonsnedsettelser. '.repeat(8)
    const easy = 'Du kan få hjelp. '.repeat(20)
    const pages = [
      page('tung', { body: hard }),
      page('lett', { body: easy }),
      page('tung', { body: hard, locale: 'en' }),
    ]
    const [only, ...rest] = found({ pages }, 'Tunge')
    expect(rest).toEqual([])
    expect(only).toMatch(/^nb\/tung\.mdx \| LIX \d\d\d?,\d \(høyst 35\).*«Omsorgstjenestene/)
  })

  test('names what a language lacks, and translations that are older than the original', () => {
    const source = (checkedAt: string) => [{ title: 'Nav', checkedAt }]
    const pages = [
      page('ny', { sources: source('2026-07-02') }),
      page('ny', { sources: source('2026-03-01'), locale: 'en' }),
      page('mangler'),
      page('mangler', { locale: 'se' }),
    ]
    expect(found({ pages: pages.slice(0, 1) }, 'Oversettelser')).toEqual([])
    expect(found({ pages }, 'Oversettelser')).toEqual([
      'nb/ny.mdx | Mangler på se. | Kildene er lest på nytt siden oversettelsen til en.',
      'nb/mangler.mdx | Mangler på en.',
    ])
  })

  test('lists what nobody has confirmed for a year, and what is missing before approval', () => {
    const resources = [
      { file: 'a.yaml', name: 'A', confirmedAt: '2026-06-01' },
      { file: 'b.yaml', name: 'B', confirmedAt: '2025-11-20' },
      { file: 'c.yaml', name: 'C', seenYear: 2020, reach: '12 34 56 78' },
    ]
    expect(found({ resources }, 'Tilbud')).toEqual([
      'b.yaml | B: sist bekreftet 20. november 2025.',
      'c.yaml | C: ikke bekreftet, opplysningen er fra 2020. Spør: 12 34 56 78',
    ])
    const municipality = { file: 'm.yaml', name: 'Fjordvik kommune' }
    expect(
      found({ municipality, offices: [{ file: 'm.yaml', name: 'Servicekontoret' }] }, 'Før Fjordvik'),
    ).toEqual([
      'm.yaml | Servicekontoret: ikke bekreftet.',
      'm.yaml | Til slutt: «Godkjent» (approvedAt) er tom, så hver side sier «Utkast».',
    ])
  })

  test('lists a website that nobody has written before everything else', () => {
    const municipality = { file: 'm.yaml', name: 'Fjordvik kommune' }
    const counts = { cafes: 0, courses: 0, resources: 0, partners: 0 }
    const lines = (website?: string) => {
      const fields = { name: 'Fjordvik', officialName: 'Fjordvik kommune', theme: 'lyng', website }
      const own = { file: 'm.yaml', data: municipalitySchema.parse(fields), counts }
      const offices = [{ file: 'm.yaml', name: 'Servicekontoret' }]
      return found({ municipality, own, offices }, 'Før Fjordvik')
    }
    expect(lines('https://fjordvik.example')[0]).toContain('Servicekontoret')
    expect(lines()[0]).toMatch(/Kommunens nettsted \(website\): ikke fylt ut/)
  })

  test('lists what a new municipality has not filled in, the most important first', () => {
    const data = municipalitySchema.parse({
      name: 'Fjordvik',
      officialName: 'Fjordvik kommune',
      website: 'https://fjordvik.example',
      theme: 'lyng',
    })
    const counts = { cafes: 0, courses: 2, resources: 0, partners: 1 }
    const own = { file: 'fjordvik/municipality.yaml', data, counts }
    expect(found({ own }, 'Ikke fylt ut').map((line) => line.split(/[:.(]/)[0])).toEqual([
      'fjordvik/municipality',
      'fjordvik/municipality',
      'fjordvik/municipality',
      'fjordvik/cafes/ | Ingen kafé',
      'fjordvik/resources/ | Ingen lokale tilbud',
    ])
    expect(found({ own }, 'Ikke fylt ut').join()).toMatch(/Politiattest.*Fylke.*Områder/)
  })

  test('is said with the file above its lines, and names the groups where all is well', () => {
    const said = sayReport(
      editorialReport({ ...empty, pages: [page('gammel', { reviewBy: '2026-01-01' })] }, now),
      'Rapport',
    )
    expect(said).toContain(
      'Sider som må ses over (1)\n  Les kildene på nytt, rett det som er endret, og skriv nye datoer i checkedAt og reviewBy.\n  nb/gammel.mdx\n    Skulle',
    )
    expect(said).toContain(
      'Ingenting å gjøre: Filer som stopper publiseringen · Før Fjordvik kommune kan godkjenne',
    )
  })
})

test('the shipped content can be reported on, for a draft and for the invented municipality', async () => {
  const hamar = editorialReport(await readReportContent('content', 'hamar'), now)
  const draft = hamar.find(({ title }) => title === 'Før Hamar kommune kan godkjenne')
  expect(draft?.findings.length).toBeGreaterThan(1)
  const fjordvik = await readReportContent('content', 'fjordvik')
  expect(fjordvik.pages.length).toBeGreaterThan(50)
  expect(fjordvik.broken).toEqual([])
  expect(found({ ...fjordvik }, 'Før Fjordvik').join()).not.toContain('approvedAt')
})

describe('prose', () => {
  test('is read block by block, with the title of a block and without quotations', () => {
    const mdx =
      '## Hva\n\n<GoodToKnow title="Mange tror">\n\n- **Én** ting\n  på to linjer\n\n> Sitat\n\n</GoodToKnow>\n\n| A | B |\n|---|---|\n| 1 | 2 |'
    expect(proseBlocks(mdx).map(({ text }) => text)).toEqual([
      'Hva',
      'Mange tror',
      'Én ting på to linjer',
      'A',
      'B',
      '1',
      '2',
    ])
    expect(proseBlocks(mdx).at(-1)?.context).toBe('1 – 2')
  })

  test('links to places outside the site', () => {
    expect(proseLinks('[Her](/kafe/), [der](https://a.no/x) og [ring](tel:113).')).toEqual(['https://a.no/x'])
  })
})
