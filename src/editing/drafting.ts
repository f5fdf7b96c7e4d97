/** The actions of the CMS on texts under way: who writes what, how far it has come, and out with it. */
import { checkText } from './check-text.ts'
import { commitTree, getCommit, moveBranches } from './commit.ts'
import type { Desk, Editor } from './desk.ts'
import {
  type Draft,
  type DraftName,
  type DraftStage,
  draftChanges,
  findDraft,
  listDrafts,
  stageTrailer,
} from './draft.ts'
import { getPlace } from './place.ts'
import { Refused } from './refused.ts'
import { mainRef } from './repository.ts'
import { expectRoom } from './room.ts'
import { expectTogether } from './together.ts'
import { changeTree, compareTrees, readBlobs } from './tree.ts'
import { lastTouch } from './version.ts'

/** @returns the names of drafts as the CMS writes them: `rights/nb/avlastning` */
export const listDraftNames = async ({ repository }: Desk): Promise<string[]> =>
  (await listDrafts(repository)).map(({ collection, slug }) => `${collection}/${slug}`)

/** The other way round. A slug may hold strokes, a collection none. */
export function draftName(id: string): DraftName {
  const stroke = id.indexOf('/')
  return { collection: id.slice(0, stroke), slug: id.slice(stroke + 1) }
}

/** @throws {Refused} when there is none; the CMS then opens what is published */
export async function getDraft({ repository }: Desk, name: DraftName): Promise<Draft> {
  const draft = await findDraft(repository, name)
  if (!draft) throw new Refused(404, 'Det finnes ikke noe utkast av denne siden lenger.')
  return draft
}

/** A draft as the CMS takes it. */
export async function sayDraft(desk: Desk, name: DraftName) {
  const draft = await getDraft(desk, name)
  const changed = [...(await draftChanges(desk.repository, draft))].filter(([, { after }]) => after)
  return {
    collection: draft.collection,
    slug: draft.slug,
    status: draft.stage,
    updatedAt: draft.updatedAt,
    pullRequestAuthor: draft.author,
    diffs: changed.map(([path, { before }]) => ({
      id: path,
      path,
      newPath: path,
      oldPath: before ? path : '',
      status: before ? 'modified' : 'added',
      newFile: !before,
      binary: !/\.(mdx|yaml)$/.test(path),
    })),
  }
}

/** Says how far a draft has come, as a commit of its own: who passed it on, and when, is kept with it. */
export const setStage = (desk: Desk, author: Editor, name: DraftName, stage: DraftStage): Promise<void> =>
  desk.repository.inTurn(async () => {
    const { repository, now } = desk
    const { ref, head, stage: before } = await getDraft(desk, name)
    if (stage === before) return
    const to = await commitTree(repository, {
      tree: `${head}^{tree}`,
      parents: [head],
      author,
      subject: `Pass on: ${stage}`,
      trailers: [[stageTrailer, stage]],
      now: now(),
    })
    await moveBranches(repository, [{ ref, from: head, to }])
  })

/** Throws a draft away. */
export const deleteDraft = (desk: Desk, name: DraftName): Promise<void> =>
  desk.repository.inTurn(async () => {
    const { ref, head } = await getDraft(desk, name)
    await moveBranches(desk.repository, [{ ref, from: head, to: undefined }])
  })

/**
 * Publishes a draft: its files replace the published ones, unless somebody has published others meanwhile.
 *
 * @throws {Refused} naming who changed what; the draft stays
 */
export const publishDraft = (desk: Desk, author: Editor, name: DraftName): Promise<void> =>
  desk.repository.inTurn(async () => {
    const { repository, now } = desk
    const draft = await getDraft(desk, name)
    if (draft.stage !== 'pending_publish')
      throw new Refused(422, 'Utkastet er ikke merket som klart. Sett det til «Klar» først, og publiser så.')
    const main = await getCommit(repository, mainRef)
    const published = await compareTrees(repository, draft.base, main)
    const changes = new Map<string, string | undefined>()
    const changed = await draftChanges(repository, draft)
    for (const [path, { after }] of changed) {
      const meanwhile = published.get(path)
      if (meanwhile && meanwhile.after !== after)
        throw new Refused(
          409,
          `${await lastTouch(desk, main, path)} etter at utkastet ble startet (${path}). Utkastet er ikke publisert, og ligger der ennå. Kopier teksten din, slett utkastet, åpne siden på nytt, og legg teksten inn der.`,
        )
      changes.set(path, after)
    }
    await expectValid(desk, changes)
    await expectTogether(desk, main, changes)
    const tree = await changeTree(repository, main, changes)
    if ([...changed.values()].some(({ before }) => !before)) await expectRoom(repository, tree)
    const subject = `Publish ${name.collection} ${name.slug}`
    const to = await commitTree(repository, {
      tree,
      parents: [main, draft.head],
      author,
      subject,
      now: now(),
    })
    // In this order: a draft that main has taken in is none any longer, also where its branch is left.
    await moveBranches(repository, [
      { ref: mainRef, from: main, to },
      { ref: draft.ref, from: draft.head, to: undefined },
    ])
    for (const [path, blob] of changes) desk.openings.note(author.id, path, blob)
  })

/** Once more: the program may be another than the one that took the draft. */
async function expectValid(
  { repository, municipality }: Desk,
  changes: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  const kept = [...changes].flatMap(([path, blob]) =>
    blob ? [{ place: getPlace(path, municipality), blob }] : [],
  )
  const contents = await readBlobs(
    repository,
    kept.map(({ blob }) => blob),
  )
  const problems = kept.flatMap(({ place }, index) =>
    place.is === 'text' ? checkText(place.path, place.schema, String(contents[index])) : [],
  )
  if (problems.length > 0) throw new Refused(422, problems.join('\n'))
}
