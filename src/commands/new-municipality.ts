/** `npm run new-municipality -- "Vestre Toten"`: a folder with all that is a municipality's own, ready to fill in. */
import { basename, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeMunicipality } from '#publish/new-municipality.ts'
import { readEnvironment } from '../env.ts'
import { readTyped } from './arguments.ts'
import { run } from './command.ts'

const usage = 'usage: npm run new-municipality -- "Vestre Toten"'
const template = fileURLToPath(new URL('municipality', import.meta.url))

await run(async () => {
  const { positionals } = readTyped(usage, { allowPositionals: true })
  const [name] = positionals
  if (name === undefined || positionals.length > 1)
    throw new Error(`Skriv ett navn. Har det flere ord, så sett anførselstegn rundt.\n${usage}`)
  const { contentFolder } = readEnvironment()
  const folder = await makeMunicipality(name, { template, contentFolder })
  const slug = basename(folder)
  console.log(
    [
      `Mappa er laget: ${relative('.', folder)}`,
      '',
      `  Fyll ut      ${relative('.', folder)}/municipality.yaml, ovenfra og ned`,
      `  Hva mangler  MUNICIPALITY=${slug} npm run report`,
      `  Se det       MUNICIPALITY=${slug} PUSTEROM_DATA=.data/${slug} npm start`,
    ].join('\n'),
  )
})
