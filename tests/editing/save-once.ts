/** One request of the CMS in a process of its own: `save-once.ts DATA CONTENT REQUEST`. The test kills it on its way. */
import { Temporal } from 'temporal-polyfill'
import { openEditing } from '#editing/editing.ts'

const [dataFolder = '', contentFolder = '', request = ''] = process.argv.slice(2)
const editing = await openEditing({
  dataFolder,
  contentFolder,
  municipality: 'fjordvik',
  searchPath: process.env.PATH ?? '',
  now: () => Temporal.Instant.from('2026-11-21T09:00:00Z'),
})
for (const body of JSON.parse(request)) {
  const { status, body: said } = await editing.answer({ id: 'kari-id', name: 'Kari Fjordheim' }, body)
  if (status !== 200) throw new Error(JSON.stringify(said))
}
await editing.publishedFolder()
process.exit(0)
