/**
 * `npm run report`: what an editor should look at, in Norwegian; `-- --json` for programs. What the calendar alone can
 * bring about never stops anything, so it always ends well.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { newerWords } from '#editing/newer-words.ts'
import { type FindingGroup, sayDate } from '#editorial/report/finding.ts'
import { editorialReport, sayReport } from '#editorial/report/report.ts'
import { readReportContent } from '#publish/report-content.ts'
import { vanishedCourses } from '#publish/vanished-courses.ts'
import { createLog } from '#server/log.ts'
import { openRuntime } from '#server/runtime.ts'
import { clockOf, type Environment } from '../env.ts'
import { readTyped } from './arguments.ts'
import { run } from './command.ts'
import { getEnvironment, getTextsFolder } from './site.ts'

const usage = 'usage: npm run report [-- --json]'

await run(async () => {
  const { values } = readTyped(usage, { options: { json: { type: 'boolean', default: false } } })
  const given = await getEnvironment()
  const environment = { ...given, contentFolder: await getTextsFolder(given) }
  const content = await readReportContent(environment.contentFolder, environment.municipality)
  const now = clockOf(environment)()
  const groups = [
    ...editorialReport(content, now),
    await newerWords(environment),
    ...(await groupsFromDatabase(environment, now)),
  ]
  const day = sayDate(now.toZonedDateTimeISO('Europe/Oslo').toPlainDate())
  const heading = `Redaksjonell rapport for ${content.municipality.name}, ${day}`
  console.log(values.json ? JSON.stringify(groups, null, 2) : sayReport(groups, heading))
})

/** What only the database knows; nothing where there is none, as on an editor's own computer. */
async function groupsFromDatabase(
  environment: Environment,
  now: Temporal.Instant,
): Promise<readonly FindingGroup[]> {
  const { databaseUrl, dataFolder, contentFolder, municipality } = environment
  if (databaseUrl === undefined && !existsSync(join(dataFolder, 'pusterom.sqlite'))) return []
  // A database of another municipality, or without its key, stops no report on texts.
  const runtime = await openRuntime(environment, createLog({ messages: true })).catch(() => undefined)
  if (!runtime) return []
  const courses = join(contentFolder, 'municipalities', municipality, 'courses')
  return [await vanishedCourses(runtime.db, courses, now).finally(runtime.close)]
}
