/**
 * `npm run bench`: durable posts per second and how long they wait, ours and a bare endpoint's of the same durability,
 * in turns. `node tests/bench/intake.ts --long` takes 100,000 posts to see whether memory grows.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { openDatabase } from '#db/open.ts'
import { addStaff } from '#db/staff.ts'
import { keyField } from '#forms/view.ts'
import { newFormKey } from '#intake/form-key.ts'
import { startSite } from '../site-server.ts'
import { fixedNow } from '../sites.ts'
import { load, type Pace } from './load.ts'

const isLong = process.argv.includes('--long')
const rounds = 3
/** Posts of one round, by connections. */
const sizes = { 1: 400, 16: 2000, 64: 3000 }

// Beside the builds: on the disk that is measured, which /tmp may not be.
const folder = mkdtempSync(resolve('.test', 'bench-'))
const now = Temporal.Instant.from(fixedNow)
const key = Buffer.alloc(32, 7)

const built = spawnSync(process.execPath, ['tests/build.ts', 'fjordvik'], { stdio: 'inherit' })
if (built.status !== 0) throw new Error('expected a build of fjordvik, got none')

// What comes is told to one coordinator. Mail waits: the server that takes it never says a word.
const silentServer = createServer(() => {}).listen(0, '127.0.0.1')
await once(silentServer, 'listening')
const deployment = { databaseUrl: undefined, dataFolder: folder, municipality: 'fjordvik', key, now }
const { db, vault, close } = await openDatabase(deployment)
await addStaff(db, vault, { name: 'Ragnhild', email: 'r@fjordvik.example', role: 'coordinator', now })
await close()
const ours = await startSite('fjordvik', {
  PUSTEROM_DATA: folder,
  PUSTEROM_KEY: key.toString('base64'),
  SMTP_URL: `smtp://127.0.0.1:${(silentServer.address() as AddressInfo).port}`,
})
const bare = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts'), folder])
const [said] = (await once(bare.stdout, 'data')) as [Buffer]
const ports = { ours: Number(new URL(ours.origin).port), bare: Number(JSON.parse(String(said)).port) }

let number = 0
const form = (typed: Record<string, string>) => () =>
  String(new URLSearchParams({ [keyField]: newFormKey({ vault, now: () => now }), ...typed }))
const forms = {
  'a wish for the café': {
    path: '/kafe/onske/',
    body: () => form({ topic: `Hjelpemidler hjemme, tips nummer ${number++}` })(),
  },
  'a volunteer': {
    path: '/bli-frivillig/',
    body: () => form({ name: `Solveig Fjordnes ${number++}`, phone: '41234567', area: 'Åsen' })(),
  },
}

try {
  const busy = loadavg()[0]?.toFixed(1)
  console.log(`\nposts kept durably, load of the machine before ${busy}`)
  console.log(row('', 'connections', 'ours', 'p99', 'bare', 'p99', 'ratio'))
  for (const [name, { path, body }] of Object.entries(forms))
    for (const [connections, posts] of Object.entries(sizes))
      await compare(name, { path, body, connections: Number(connections), posts })
  await watchMemory(isLong ? 100_000 : 10_000)
} finally {
  bare.kill()
  await ours.stop()
  silentServer.close()
  rmSync(folder, { recursive: true, force: true })
}

type Work = Omit<Parameters<typeof load>[0], 'port'>

/** The median of each. They take turns, so that a slow moment of the machine meets both. */
async function compare(name: string, work: Work) {
  const paces = { ours: [] as Pace[], bare: [] as Pace[] }
  for (let round = -1; round < rounds; round++)
    for (const which of ['ours', 'bare'] as const) {
      const pace = await load({ ...work, port: ports[which] })
      // The first round warms up the compiler.
      if (round >= 0) paces[which].push(pace)
    }
  const [our, their] = [median(paces.ours), median(paces.bare)]
  const shown = [our, their].flatMap((each) => [each.perSecond.toFixed(0), `${each.p99.toFixed(1)} ms`])
  console.log(row(name, String(work.connections), ...shown, (our.perSecond / their.perSecond).toFixed(2)))
}

function median(paces: Pace[]): Pace {
  const middle = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
  return {
    perSecond: middle(paces.map((each) => each.perSecond)),
    p99: middle(paces.map((each) => each.p99)),
  }
}

/** What the process holds of the memory of the machine, before and after many posts. */
async function watchMemory(posts: number) {
  const work = { ...forms['a volunteer'], connections: 16, port: ports.ours }
  const megabytes = () =>
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(ours.pid)], { encoding: 'utf8' })) / 1024
  console.log(`\nmemory (RSS) after posts at 16 connections`)
  const start = megabytes()
  console.log(row('', '0', `${start.toFixed(0)} MB`))
  for (let done = 0; done < posts; ) {
    await load({ ...work, posts: posts / 5 })
    done += posts / 5
    console.log(row('', String(done), `${megabytes().toFixed(0)} MB`))
  }
  console.log(`${(((megabytes() - start) * 1024) / posts).toFixed(2)} kB for each post`)
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(22) + cells.map((cell) => cell.padStart(12)).join('')
}
