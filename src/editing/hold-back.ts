/** Holds texts back that the program cannot be built with, so that the rest of the site is not held back with them. */
import type { HeldBack, Stop } from '#publish/journal.ts'
import type { Repository } from './repository.ts'
import { findStandIn } from './stand-in.ts'
import { changeTree, findBlob, readText, writeBlob } from './tree.ts'

/**
 * @param at the commit that a build was given up of
 * @param stops why
 * @returns those that something can stand in for
 */
export async function holdBack(
  repository: Repository,
  municipality: string,
  at: string,
  stops: readonly Stop[],
): Promise<HeldBack[]> {
  const held: HeldBack[] = []
  for (const stop of stops) {
    const blob = stop.path && (await findBlob(repository, at, stop.path))
    const own = blob && (await readText(repository, at, stop.path))
    const standIn = own && (await findStandIn(repository, municipality, stop.path, own))
    if (blob && standIn) held.push({ ...stop, blob, shows: standIn.shows })
  }
  return held
}

/**
 * @param held what was held back before; a text that is another by now is not
 * @returns the commit itself where nothing is held back, else its tree with what stands in, and for which texts
 */
export async function withStandIns(
  repository: Repository,
  municipality: string,
  at: string,
  held: readonly HeldBack[],
): Promise<{ tree: string; held: readonly HeldBack[] }> {
  const changes = new Map<string, string | undefined>()
  for (const { path, blob } of held) {
    if ((await findBlob(repository, at, path)) !== blob) continue
    const own = (await readText(repository, at, path)) ?? ''
    const standIn = await findStandIn(repository, municipality, path, own)
    if (standIn)
      changes.set(
        path,
        standIn.text === undefined ? undefined : await writeBlob(repository, Buffer.from(standIn.text)),
      )
  }
  if (changes.size === 0) return { tree: at, held: [] }
  return {
    tree: await changeTree(repository, at, changes),
    held: held.filter(({ path }) => changes.has(path)),
  }
}
