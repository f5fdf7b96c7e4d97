/** `npm run adapter -- netlify`: installs the adapter of a serverless host beside what package.json names. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { hostNames } from '#env.ts'
import { hosts } from '#server/hosts/hosts.ts'
import { run } from './command.ts'

await run(async () => {
  const [given] = process.argv.slice(2)
  const name = hostNames.find((each) => each === given)
  if (!name) throw new Error(`expected one of ${hostNames.join(', ')}, got ${given ?? 'nothing'}`)
  const { adapter, version, beside } = hosts[name]
  const packages = [`${adapter}@${version}`, ...beside]
  const install = ['install', '--no-save', '--no-audit', '--no-fund', ...packages]
  const [code] = await once(spawn('npm', install, { stdio: 'inherit' }), 'exit')
  if (code !== 0) throw new Error(`expected npm to install ${packages.join(' ')}, got exit code ${code}`)
})
