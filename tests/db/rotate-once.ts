/** A process that gives a database a new master key and can be killed in the middle: `node rotate-once.ts OPTIONS`. */
import { Temporal } from 'temporal-polyfill'
import { openDatabase } from '#db/open.ts'
import { rotateKeys } from '#db/rotate.ts'

const options = JSON.parse(process.argv[2] ?? '')
const now = Temporal.Instant.from(options.now)
const { db, vault, close } = await openDatabase({
  ...options,
  key: Buffer.from(options.key, 'base64'),
  previousKey: Buffer.from(options.previousKey, 'base64'),
  now,
})
await rotateKeys(db, vault, { now: () => now, progress: (done) => console.log(done) })
await close()
