/**
 * The pictures that come along with a save. They are drawn before the save has its turn among the others, so that who
 * saves words never waits for somebody's pictures.
 */
import { createTurns } from '#turns.ts'
import { findCommit } from './commit.ts'
import type { Desk, Editor } from './desk.ts'
import { redraw } from './picture.ts'
import { getPlace, mediaFolder } from './place.ts'
import type { Params } from './protocol.ts'
import { Refused } from './refused.ts'
import { mainRef } from './repository.ts'
import { blobOf, findBlob, writeBlob } from './tree.ts'

/** Bytes of a picture as it comes from a phone. */
const largestPicture = 8_000_000
/** Seconds for all pictures of a save together. */
const patience = 30
/** One picture at a time in the process: each may take hundreds of megabytes. */
const inTurn = createTurns()

/**
 * @param ref the branch that the save changes, or begins
 * @returns path → blob
 */
export async function drawPictures(
  { repository, municipality }: Desk,
  { id }: Editor,
  pictures: Params<'persistEntry'>['assets'],
  ref: string,
): Promise<Map<string, string>> {
  const tip = (await findCommit(repository, ref)) ?? mainRef
  const drawn = new Map<string, string>()
  let left = patience
  for (const { path, content } of pictures) {
    const place = getPlace(path, municipality)
    if (place.is !== 'picture')
      throw new Refused(422, `${path} er ikke et bilde. Bilder ligger i ${mediaFolder}.`)
    const bytes = Buffer.from(content, 'base64')
    if (bytes.length > largestPicture)
      throw new Refused(413, `Bildet er for stort. Det kan være ${largestPicture / 1_000_000} MB.`)
    // Ours already, on its way back: drawn once more it would lose a little each time.
    const there = await findBlob(repository, tip, path)
    if (there && there === (await blobOf(repository, bytes))) {
      drawn.set(path, there)
      continue
    }
    const redrawn = await inTurn(id, async () => {
      const begun = performance.now()
      const kept = await redraw(bytes, place.format, Math.max(1, Math.ceil(left)))
      left -= (performance.now() - begun) / 1000
      return kept
    })
    drawn.set(path, await writeBlob(repository, redrawn))
  }
  return drawn
}

/** @throws {Refused} when another picture has the name of one of them */
export async function expectFreeNames(
  { repository }: Desk,
  tip: string,
  pictures: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [path, blob] of pictures) {
    const there = await findBlob(repository, tip, path)
    if (there && there !== blob)
      throw new Refused(
        409,
        `Det finnes alt et bilde som heter ${path.split('/').at(-1)}. Gi filen et annet navn.`,
      )
  }
}
