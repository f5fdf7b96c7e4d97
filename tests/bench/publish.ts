/**
 * `npm run bench`: seconds from a save to the moment that a reader sees it, with what each step takes, and the ratio to
 * building the same site anew, as a bare `astro build` does: bundle, draw, index, compress. Papers are kept in both.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { kari, page } from '../editing/asking.ts'
import { makeEditions } from '../server/edition.ts'
import { signInEditor } from '../server/editor.ts'

const rounds = 7
const address = '/rettigheter/avlastning/'
const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
const seconds = (time: number) => `${(time / 1000).toFixed(1)} s`

const editions = await makeEditions('bench', true)
const busy = loadavg()[0]?.toFixed(1)
console.log(`\na saved text on its way to its readers, ${cpus().length} cores, load before ${busy}`)

/** Without a bundle and without an earlier build. */
rmSync(join(editions.home, '..', '.program'), { recursive: true, force: true })
const out = join(editions.home, 'anew')
const begun = performance.now()
const { status } = spawnSync(process.execPath, ['src/publish/astro-build.ts', out], {
  cwd: editions.folder,
  env: { ...editions.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (status !== 0) throw new Error('expected a build, got none')
const anew = performance.now() - begun
rmSync(out, { recursive: true, force: true })

if ((await editions.command('build')) !== 0) throw new Error('expected a build, got none')
const server = await editions.start()
const waits: number[] = []
let first = 0
try {
  const editor = await signInEditor(editions.env, () => server.origin)
  for (let round = 0; round <= rounds; round++) {
    const words = `Lovnad ${round} av mange.`
    const text = (await editor.read(kari, page)).replace(/^promise: .*$/m, `promise: ${words}`)
    const start = performance.now()
    const { status } = await editor.save(kari, page, text)
    if (status !== 200) throw new Error(`expected the text to be saved, got ${status}`)
    while (!(await (await fetch(server.origin + address)).text()).includes(words)) await wait(20)
    // The first one starts the process that builds, which stays for the others.
    if (round === 0) first = performance.now() - start
    else waits.push(performance.now() - start)
  }
} finally {
  await server.end()
  await editions.remove()
}

const steps = new Map<string, number[]>()
const logged = server
  .lines()
  .split('\n')
  .filter((line) => line.includes('"msg":"built"'))
for (const line of logged.slice(1))
  for (const each of (JSON.parse(line) as { progress: string[] }).progress) {
    const [, name, ms] = /^(\w+)\s+(\d+) ms$/.exec(each) ?? []
    if (name) steps.set(name, [...(steps.get(name) ?? []), Number(ms)])
  }
const whole = median(waits)
let rest = whole
for (const [name, times] of steps) {
  rest -= median(times)
  console.log(`${name.padEnd(28)}${seconds(median(times)).padStart(8)}${share(median(times), whole)}`)
}
console.log(`${'save, stamp, switch'.padEnd(28)}${seconds(rest).padStart(8)}${share(rest, whole)}`)
say('save to live, median', whole)
say('the first save', first)
say('the same site built anew', anew)
console.log(`${'ratio'.padEnd(28)}${(whole / anew).toFixed(2).padStart(8)}`)

function say(what: string, time: number) {
  console.log(`${what.padEnd(28)}${seconds(time).padStart(8)}`)
}

function share(part: number, all: number): string {
  return `${((100 * part) / all).toFixed(0).padStart(6)} %`
}
