/** The actions of the CMS that change files: each is one commit, or none. */

import { checkText, sayTooMuch } from './check-text.ts'
import { commitTree, findCommit, getCommit, moveBranches } from './commit.ts'
import type { Desk, Editor } from './desk.ts'
import { type DraftStage, draftChanges, draftRef, readDraft, stageTrailer } from './draft.ts'
import { drawPictures, expectFreeNames } from './pictures.ts'
import { getPlace, mediaFolder } from './place.ts'
import type { Params } from './protocol.ts'
import { Refused } from './refused.ts'
import { mainRef } from './repository.ts'
import { rewrite } from './rewriting/rewrite.ts'
import { expectRoom, expectRoomForDraft } from './room.ts'
import { expectTogether } from './together.ts'
import { changeTree, compareTrees, readText, writeBlob } from './tree.ts'
import { expectSeen } from './version.ts'

/** Path → version, as the CMS shall hold it from now on. */
export type Saved = Readonly<Record<string, string>>

/** Saves the files of a text with the pictures that came along: published at once, or as a draft. */
export async function saveTexts(
  desk: Desk,
  editor: Editor,
  { dataFiles, assets, options }: Params<'persistEntry'>,
): Promise<Saved> {
  const { repository, municipality, openings } = desk
  const { collectionName, useWorkflow, status = 'draft' } = options
  const name = { collection: collectionName ?? 'content', slug: dataFiles[0]?.slug ?? '' }
  const ref = useWorkflow ? draftRef(name) : mainRef
  // Without pictures at once: two saves keep their order.
  const pictures = assets.length > 0 ? await drawPictures(desk, editor, assets, ref) : new Map()
  return repository.inTurn(async () => {
    const from = await findCommit(repository, ref)
    if (useWorkflow && !from) await expectRoomForDraft(repository, name)
    const draft = useWorkflow && from ? await readDraft(repository, name, from) : undefined
    const tip = draft?.head ?? (await getCommit(repository, mainRef))
    const changes = new Map<string, string | undefined>()
    for (const { path, raw, newPath = path, base } of dataFiles) {
      const from = getPlace(path, municipality)
      const to = getPlace(newPath, municipality)
      if (to.is !== 'text' || from.is !== 'text') throw new Refused(422, `${newPath} er ikke en tekst.`)
      const [tooMuch] = sayTooMuch(to.path, raw)
      if (tooMuch) throw new Refused(422, tooMuch)
      const text = rewrite(to.path, to.schema, await readText(repository, tip, from.path), raw)
      const problems = checkText(to.path, to.schema, text)
      if (problems.length > 0) throw new Refused(422, problems.join('\n'))
      const blob = await writeBlob(repository, Buffer.from(text))
      await expectSeen(desk, editor, tip, { path: from.path, base, blob })
      if (to.path !== from.path) {
        await expectSeen(desk, editor, tip, { path: to.path, base: null, blob })
        if (!from.removable) throw new Refused(422, 'Denne siden kan ikke få et nytt navn.')
        changes.set(from.path, undefined)
      }
      changes.set(to.path, blob)
    }
    await expectFreeNames(desk, tip, pictures)
    for (const [path, blob] of pictures) changes.set(path, blob)
    if (!useWorkflow) await expectTogether(desk, tip, changes)
    // The CMS sends every picture of a draft each time; one that it no longer sends was taken out.
    for (const [path, { before }] of draft ? await draftChanges(repository, draft) : [])
      if (!before && path.startsWith(`${mediaFolder}/`) && !changes.has(path)) changes.set(path, undefined)

    await commit(desk, editor, {
      ref,
      from,
      tip,
      changes,
      subject: options.commitMessage,
      ...(useWorkflow && { stage: draft?.stage ?? status }),
    })
    for (const [path, blob] of changes) openings.note(editor.id, path, blob)
    return Object.fromEntries([...changes].flatMap(([path, blob]) => (blob ? [[path, blob]] : [])))
  })
}

/** Keeps a picture for texts to come. */
export async function savePicture(
  desk: Desk,
  editor: Editor,
  { asset, options }: Params<'persistMedia'>,
): Promise<void> {
  const { repository } = desk
  const changes = await drawPictures(desk, editor, [asset], mainRef)
  await repository.inTurn(async () => {
    const tip = await getCommit(repository, mainRef)
    await expectFreeNames(desk, tip, changes)
    await commit(desk, editor, { ref: mainRef, from: tip, tip, changes, subject: options.commitMessage })
  })
}

/** Takes files away, all of them or none. They stay in the history. */
export const deleteFiles = (
  desk: Desk,
  editor: Editor,
  paths: readonly string[],
  subject: string,
): Promise<void> =>
  desk.repository.inTurn(async () => {
    const tip = await getCommit(desk.repository, mainRef)
    for (const path of paths) {
      const place = getPlace(path, desk.municipality)
      if (place.is === 'text' && !place.removable)
        throw new Refused(422, `${path} kan ikke slettes. Nettstedet kan ikke være uten den.`)
      const seen = desk.openings.find(editor.id, path)
      if (seen) await expectSeen(desk, editor, tip, { path, base: seen, blob: undefined })
    }
    const changes = new Map(paths.map((path) => [path, undefined]))
    await expectTogether(desk, tip, changes)
    await commit(desk, editor, { ref: mainRef, from: tip, tip, changes, subject })
  })

interface Change {
  readonly ref: string
  /** Where the branch was when the work began. */
  readonly from: string | undefined
  /** The commit that the changes come on top of. */
  readonly tip: string
  readonly changes: ReadonlyMap<string, string | undefined>
  readonly subject: string
  /** For drafts: where it stands. */
  readonly stage?: DraftStage
}

/** Nothing happens where nothing is changed. */
async function commit({ repository, now }: Desk, author: Editor, change: Change): Promise<void> {
  const { ref, from, tip, changes, subject, stage } = change
  const tree = await changeTree(repository, tip, changes)
  const changed = [...(await compareTrees(repository, tip, tree)).values()]
  if (changed.length === 0) return
  if (changed.some(({ before }) => !before)) await expectRoom(repository, tree)
  const trailers = stage ? ([[stageTrailer, stage]] as const) : []
  const to = await commitTree(repository, { tree, parents: [tip], author, subject, trailers, now: now() })
  await moveBranches(repository, [{ ref, from, to }])
}
