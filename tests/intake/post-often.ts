/** A process that posts many times at once and prints the references: `node post-often.ts OPTIONS POSTS`. */
import { Temporal } from 'temporal-polyfill'
import { openDatabase } from '#db/open.ts'
import { receive } from '#intake/receive.ts'
import { fields, volunteerForm } from '../forms/fjordvik.ts'

const options = JSON.parse(process.argv[2] ?? '')
const posts: Record<string, string>[] = JSON.parse(process.argv[3] ?? '')
const now = Temporal.Instant.from(options.now)
const { db, vault, close } = await openDatabase({ ...options, key: Buffer.from(options.key, 'base64'), now })
const sender = { municipality: 'Fjordvik kommune', phone: { name: '', number: '', local: true }, origin: '' }
const results = await Promise.all(
  posts.map((post) => receive({ db, vault, now: () => now }, sender, volunteerForm(), fields(post))),
)
console.log(JSON.stringify(results.map((each) => ('receipt' in each ? each.receipt.reference : 'problems'))))
await close()
