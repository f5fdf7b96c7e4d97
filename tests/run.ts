/**
 * `npm test`: the checks beside one build of each site, then every folder of tests/ as a suite.
 * `npm test -- rules site` runs only these suites, without the checks; `--long` takes the long round of each proof.
 * The last line says how many passed and failed; a skipped test counts as failed, for a hole must be seen.
 */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import startPostgres from './db/postgres.ts'
import { type SiteName, siteNames } from './sites.ts'

interface Outcome {
  readonly name: string
  readonly seconds: number
  readonly passed: number
  readonly failed: number
}

/** What it is called in the report, and its words. */
type Command = readonly [name: string, ...words: string[]]

/** Suites that look at built sites, last because they take longest, and the sites that they need. */
const siteSuites: Readonly<Record<string, readonly SiteName[]>> = {
  faults: ['fjordvik'],
  search: siteNames,
  site: siteNames,
  e2e: siteNames,
}
const isLong = process.argv.includes('--long')
const wanted = process.argv.slice(2).filter((each) => each !== '--long')
const found = readdirSync('tests', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && hasTests(`tests/${entry.name}`))
  .map((entry) => entry.name)
const withoutSite = found.filter((name) => !(name in siteSuites)).sort()
const suites = [...withoutSite, ...Object.keys(siteSuites)].filter(
  (name) => wanted.length === 0 || wanted.includes(name),
)
const unknown = wanted.filter((name) => !found.includes(name))
if (unknown.length > 0)
  throw new Error(`expected suites among ${found.join(', ')}, got ${unknown.join(', ')}`)

const outcomes: Outcome[] = []
rmSync('.test/results', { recursive: true, force: true })
const checks: readonly Command[] = [
  ['biome', 'biome', 'check', '.'],
  ['knip', 'knip'],
  ['types', 'astro', 'check'],
]
const builds = siteNames
  .filter((name) => suites.some((suite) => siteSuites[suite]?.includes(name)))
  .map((name): Command => [`build ${name}`, 'node', 'tests/build.ts', name])
// Each keeps one processor busy, and most computers have two.
await Promise.all([inTurn(wanted.length === 0 ? checks : []), inTurn(builds)])
// Started once here; vitest.config.ts would otherwise start one for each suite.
const stopPostgres = await startPostgres()
for (const suite of suites) await runSuite(suite)
await stopPostgres?.()
report()

/** Commands that count as one test each. */
async function inTurn(commands: readonly Command[]): Promise<void> {
  for (const [name, ...words] of commands) {
    const { code, seconds } = await run(words)
    outcomes.push({ name, seconds, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 })
  }
}

async function runSuite(name: string): Promise<void> {
  const file = `.test/results/${name}.json`
  const { code, seconds } = await run([
    'vitest',
    'run',
    `tests/${name}/`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  outcomes.push({ name, seconds, ...countTests(file, code) })
}

/** What vitest counted. A file that could not even be loaded holds no tests, yet it failed. */
function countTests(file: string, code: number | null): { passed: number; failed: number } {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number
      numTotalTests: number
      testResults: { status: string; assertionResults: unknown[] }[]
    }
    const broken = results.testResults.filter(
      (each) => each.status === 'failed' && each.assertionResults.length === 0,
    )
    const failed = results.numTotalTests - results.numPassedTests + broken.length
    const passed = results.numPassedTests
    return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function run([name = '', ...args]: string[]) {
  console.log(`\n▸ ${[name, ...args].join(' ')}`)
  const start = performance.now()
  return new Promise<{ code: number | null; seconds: number }>((resolve) => {
    const child = spawn(name, args, {
      stdio: 'inherit',
      env: {
        ...process.env,
        ...(isLong && { PUSTEROM_TEST_LONG: '1' }),
        ASTRO_TELEMETRY_DISABLED: '1',
        npm_config_loglevel: 'error',
      },
    })
    const end = (code: number | null) => resolve({ code, seconds: (performance.now() - start) / 1000 })
    child.on('error', (error) => {
      console.error(error.message)
      end(1)
    })
    child.on('exit', end)
  })
}

function report(): void {
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
  const passed = sum(outcomes.map((each) => each.passed))
  const failed = sum(outcomes.map((each) => each.failed))
  console.log('')
  for (const each of outcomes)
    console.log(
      `${each.name.padEnd(16)} ${each.seconds.toFixed(1).padStart(7)} s  ${String(each.passed).padStart(5)} passed${each.failed ? `, ${each.failed} failed` : ''}`,
    )
  console.log(`${'all'.padEnd(16)} ${(performance.now() / 1000).toFixed(1).padStart(7)} s`)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}

function hasTests(folder: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => /\.test\.tsx?$/.test(file))
}
