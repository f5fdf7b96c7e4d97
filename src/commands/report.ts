/**
 * `npm run report`: what an editor should look at, in Norwegian; `-- --json` for programs. What the calendar alone can
 * bring about never stops anything, so it always ends well.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { listSeenWords } from '#db/seen-words.ts'
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
  const groups = [...editorialReport(content, now), ...(await groupsWithDatabase(environment, now))]
  const day = sayDate(now.toZonedDateTimeISO('Europe/Oslo').toPlainDate())
  const heading = `Redaksjonell rapport for ${content.municipality.name}, ${day}`
  console.log(values.json ? JSON.stringify(groups, null, 2) : sayReport(groups, heading))
})

/** What the database knows more of, where there is one: not on an editor's own computer. */
async function groupsWithDatabase(
  environment: Environment,
  now: Temporal.Instant,
): Promise<readonly FindingGroup[]> {
  const runtime = await openIfThere(environment)
  if (!runtime) return [await newerWords(environment)]
  const { db, close } = runtime
  const { contentFolder, municipality } = environment
  const courses = join(contentFolder, 'municipalities', municipality, 'courses')
  try {
    return [await newerWords(environment, await listSeenWords(db)), await vanishedCourses(db, courses, now)]
  } finally {
    await close()
  }
}

async function openIfThere(environment: Environment) {
  const { databaseUrl, dataFolder } = environment
  if (databaseUrl === undefined && !existsSync(join(dataFolder, 'pusterom.sqlite'))) return undefined
  // A database of another municipality, or without its key, stops no report on texts.
  return openRuntime(environment, createLog({ messages: true })).catch(() => undefined)
}
