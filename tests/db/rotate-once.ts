/** A process that gives a database a new master key and waits in the middle to be killed: `node rotate-once.ts OPTIONS`. */
import { writeSync } from 'node:fs'
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
const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000)
await rotateKeys(db, vault, {
  now: () => now,
  progress: (done) => {
    writeSync(1, `${done}\n`)
    if (done > 0) wait()
  },
})
await close()
