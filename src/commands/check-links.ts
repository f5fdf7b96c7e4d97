/** `npm run check:links`: asks every address outside the site that content names. Ends with 1 when a page is gone. */
import { checkLinks, type LinkOutcome } from '#publish/check-links.ts'
import { readContentFiles } from '#publish/content-files.ts'
import { listLinks } from '#publish/links.ts'
import { run } from './command.ts'
import { getEnvironment, getTextsFolder } from './site.ts'

await run(async () => {
  const environment = await getEnvironment()
  const links = listLinks(await readContentFiles(await getTextsFolder(environment), environment.municipality))
  let asked = 0
  const outcomes = await checkLinks(links.keys(), {
    onOutcome: ({ url, reason }) => {
      asked += 1
      console.error(`${asked} av ${links.size}  ${url}${reason && `  ${reason}`}`)
    },
  })
  const gone = outcomes.filter(({ state }) => state === 'gone')
  const unknown = outcomes.filter(({ state }) => state === 'refused' || state === 'unanswered')
  console.log(`\n${links.size} lenker: ${gone.length} døde, ${unknown.length} kunne ikke sjekkes.`)
  if (gone.length > 0)
    console.log(`\nDøde lenker. Finn den nye adressen, eller ta lenken bort:\n${byFile(gone, links)}`)
  if (unknown.length > 0) console.log(`\nKunne ikke sjekkes. Åpne dem selv:\n${byFile(unknown, links)}`)
  if (gone.length > 0) process.exitCode = 1
})

/** The outcomes under the files to open. */
function byFile(outcomes: readonly LinkOutcome[], links: ReadonlyMap<string, readonly string[]>): string {
  const pairs = outcomes.flatMap((outcome) =>
    (links.get(outcome.url) ?? []).map((file) => ({ file, outcome })),
  )
  return [...Map.groupBy(pairs, ({ file }) => file)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([file, same]) =>
      [`  ${file}`, ...same.map(({ outcome }) => `    ${outcome.url} (${outcome.reason})`)].join('\n'),
    )
    .join('\n')
}
