/** The editorial report: everything that an editor should look at, most pressing first. It decides nothing. */
import type { Temporal } from 'temporal-polyfill'
import { blanksOf } from './blanks.ts'
import type { ReportedContent } from './content.ts'
import { oldAmounts, pagesToReview } from './dates.ts'
import type { Finding, FindingGroup } from './finding.ts'
import { hardTexts } from './hard-texts.ts'
import { unconfirmed } from './unconfirmed.ts'
import { untranslated } from './untranslated.ts'

/**
 * @param now the day in Oslo decides what is overdue
 * @returns every group, also those without findings
 */
export function editorialReport(content: ReportedContent, now: Temporal.Instant): FindingGroup[] {
  const today = now.toZonedDateTimeISO('Europe/Oslo').toPlainDate()
  const { municipality, own, offices, cafes, resources, partners, pages, texts, broken } = content
  const noWebsite: Finding[] =
    own && !own.data.website
      ? [
          {
            file: municipality.file,
            lines: ['Kommunens nettsted (website): ikke fylt ut. Åpne det, og kopier adressen.'],
          },
        ]
      : []
  const approval: Finding[] = municipality.approvedAt
    ? []
    : [
        {
          file: municipality.file,
          lines: ['Til slutt: «Godkjent» (approvedAt) er tom, så hver side sier «Utkast».'],
        },
      ]
  return [
    {
      title: 'Filer som stopper publiseringen',
      todo: 'Rett det linjene sier.',
      findings: broken,
    },
    {
      title: `Før ${municipality.name} kan godkjenne`,
      todo: 'Det viktigste står først. Ring kontoret. Skriv telefonen, og dagen du ringte i confirmedAt.',
      findings: [...noWebsite, ...unconfirmed(offices, today), ...approval],
    },
    {
      title: 'Ikke fylt ut',
      todo: 'Det viktigste står først. Til da sier sidene som det er, og ber leseren spørre kommunen.',
      findings: blanksOf(own),
    },
    {
      title: 'Sider som må ses over',
      todo: 'Les kildene på nytt, rett det som er endret, og skriv nye datoer i checkedAt og reviewBy.',
      findings: pagesToReview(pages, today),
    },
    {
      title: `Beløp fra før ${today.year}`,
      todo: 'Finn årets beløp hos kilden, og skriv det inn med årstall.',
      findings: oldAmounts([...pages, ...texts], today),
    },
    {
      title: 'Kafeer som ikke er bekreftet',
      todo: 'Ring, rett dager og sted, og skriv dagen du ringte i confirmedAt. Til da står det «ring først».',
      findings: unconfirmed(cafes, today),
    },
    {
      title: 'Tilbud som ikke er bekreftet det siste året',
      todo: 'Ring eller se på nettstedet, rett det som er endret, og skriv dagen i confirmedAt.',
      findings: unconfirmed(resources, today),
    },
    {
      title: 'Samarbeidspartnere som ikke er bekreftet det siste året',
      todo: 'Spør om de vil stå på siden, og skriv dagen i confirmedAt. Til da vises de ikke.',
      findings: unconfirmed(partners, today),
    },
    {
      title: 'Tunge tekster',
      todo: 'Del setningene, og bytt lange ord. Ingen setning skal hakkes opp bare for tallet.',
      findings: hardTexts(pages),
    },
    {
      title: 'Oversettelser',
      todo: 'Oversett siden, eller les oversettelsen opp mot den norske.',
      findings: untranslated(pages),
    },
  ]
}

/** The report as one reads it in a terminal. */
export function sayReport(groups: readonly FindingGroup[], heading: string): string {
  const found = groups.filter(({ findings }) => findings.length > 0)
  const fine = groups.filter((group) => !found.includes(group))
  const said = found.map(({ title, todo, findings }) =>
    [`${title} (${findings.length})`, `  ${todo}`, ...sayFindings(findings)].join('\n'),
  )
  const rest = fine.length > 0 ? [`Ingenting å gjøre: ${fine.map(({ title }) => title).join(' · ')}`] : []
  return [heading, ...said, ...rest, 'Døde lenker finner du med npm run check:links.'].join('\n\n')
}

/** The file stands once above all that concerns it. */
function sayFindings(findings: readonly Finding[]): string[] {
  return [...Map.groupBy(findings, ({ file }) => file)].flatMap(([file, same]) => [
    `  ${file}`,
    ...same.flatMap(({ lines }) => lines.map((line) => `    ${line}`)),
  ])
}
