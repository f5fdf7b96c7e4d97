/**
 * `npm run report`: what an editor should look at, in Norwegian; `-- --json` for programs. What the calendar alone can
 * bring about never stops anything, so it always ends well.
 */
import { parseArgs } from 'node:util'
import { sayDate } from '#editorial/report/finding.ts'
import { editorialReport, sayReport } from '#editorial/report/report.ts'
import { readReportContent } from '#publish/report-content.ts'
import { clockOf } from '../env.ts'
import { run } from './command.ts'
import { getEnvironment } from './site.ts'

await run(async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
  const environment = await getEnvironment()
  const content = await readReportContent(environment.contentFolder, environment.municipality)
  const now = clockOf(environment)()
  const groups = editorialReport(content, now)
  const day = sayDate(now.toZonedDateTimeISO('Europe/Oslo').toPlainDate())
  const heading = `Redaksjonell rapport for ${content.municipality.name}, ${day}`
  console.log(values.json ? JSON.stringify(groups, null, 2) : sayReport(groups, heading))
})
