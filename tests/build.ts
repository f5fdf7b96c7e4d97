/** Builds one site of the tests as `npm run build` does, but into `.test/`: `node tests/build.ts hamar`. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { buildFolder, siteEnvironment, siteNames } from './sites.ts'

const name = siteNames.find((each) => each === process.argv[2])
if (!name) throw new Error(`expected one of ${siteNames.join(', ')}, got ${process.argv[2]}`)

const folder = buildFolder(name)
rmSync(folder, { recursive: true, force: true })
const env = { ...siteEnvironment(name), NODE_ENV: 'production' }
const built = spawnSync(process.execPath, ['src/publish/astro-build.ts', folder], { env, stdio: 'inherit' })
process.exit(built.status === 0 ? 0 : 1)
