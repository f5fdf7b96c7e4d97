/** A process that adds lines to the audit log: `node add-lines.ts OPTIONS ACTOR COUNT`. */
import { Temporal } from 'temporal-polyfill'
import { addAuditLine } from '#db/audit.ts'
import { openDatabase } from '#db/open.ts'

const [given = '', actor = '', count] = process.argv.slice(2)
const options = JSON.parse(given)
const now = Temporal.Instant.from(options.now)
const { db, close } = await openDatabase({ ...options, key: Buffer.from(options.key, 'base64'), now })
const line = { actor, act: 'read', table: 'submissions', now }
await Promise.all(
  Array.from({ length: Number(count) }, (_, index) =>
    db.transaction().execute((trx) => addAuditLine(trx, { ...line, row: `row-${index}` })),
  ),
)
await close()
