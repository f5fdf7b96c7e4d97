/**
 * Requests of the CMS in a process of its own: `save-once.ts DATA REQUESTS [FILE [CONTENT]]`. The file, which the git
 * of the test reads, is made when everything is open: from then on that git counts. CONTENT is what came with the
 * program, where that is not the project's own.
 */
import { writeFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { openEditing } from '#editing/editing.ts'

const [dataFolder = '', requests = '', file, contentFolder = 'content'] = process.argv.slice(2)
const editing = await openEditing({
  dataFolder,
  contentFolder,
  municipality: 'fjordvik',
  searchPath: process.env.PATH ?? '',
  now: () => Temporal.Instant.from('2026-11-21T09:00:00Z'),
})
if (file) writeFileSync(file, '0\n')
for (const request of JSON.parse(requests)) {
  const { status, body } = await editing.answer({ id: 'kari-id', name: 'Kari Fjordheim' }, request)
  if (status !== 200) throw new Error(JSON.stringify(body))
}
process.exit(0)
