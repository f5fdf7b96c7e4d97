/** Papers and pictures as the endpoints hand them out: drawn once, and kept beside the data for the next build. */
import { readBuildSettings } from '#env.ts'
import { type Keep, keepIn, paperFolder } from '#paper/keep.ts'
import { fingerprint } from '#publish/stamp.ts'

/** What decides how a given input is drawn. Builds run in the folder of the project. */
const writers = '{src/paper/**/*,package-lock.json}'

let keep: Promise<Keep> | undefined
let drawn = 0

/**
 * @example
 * export const GET: APIRoute = async () => new Response(await kept('sheet.pdf', sheet, sheetPdf))
 */
export const kept: Keep = async (name, input, write) => {
  keep ??= fingerprint(process.cwd(), writers).then((version) =>
    keepIn(paperFolder(readBuildSettings().dataFolder), version, sayProgress),
  )
  return (await keep)(name, input, write)
}

/** To whoever waits for the build: the first ones made it slow, and not the pages. */
function sayProgress() {
  drawn++
  if (drawn % 20 === 0) process.send?.(`Drew ${drawn} papers …`)
}
