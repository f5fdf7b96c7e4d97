/** A process that opens a database and says whose it is: `node open-once.ts OPTIONS`. */
import { Temporal } from 'temporal-polyfill'
import { openDatabase } from '#db/open.ts'

const options = JSON.parse(process.argv[2] ?? '')
const { db, vault, close } = await openDatabase({
  ...options,
  key: Buffer.from(options.key, 'base64'),
  now: Temporal.Instant.from(options.now),
})
const stamps = await db.selectFrom('deployment').select('municipality').execute()
console.log(
  stamps.map((stamp) => stamp.municipality).join(),
  vault.fingerprint('email', 'kari@fjordvik.example'),
)
await close()
