/** Texts under way as people know them: their titles, and who waits for whom. */
import { type Draft, draftChanges, findDraft, listDrafts } from './draft.ts'
import { kindAt } from './kind-at.ts'
import type { Repository } from './repository.ts'
import { titleOf } from './title.ts'
import { readBlobs } from './tree.ts'

export interface DraftText extends Pick<Draft, 'collection' | 'slug' | 'stage' | 'updatedAt' | 'author'> {
  readonly title: string
  /** Below the root of the repository; nothing for a draft of pictures alone. */
  readonly path: string | undefined
}

/** @returns the ones that were changed last first */
export async function listDraftTexts(repository: Repository, municipality: string): Promise<DraftText[]> {
  const drafts = await Promise.all((await listDrafts(repository)).map((name) => findDraft(repository, name)))
  const texts = await Promise.all(
    drafts.filter((draft) => draft !== undefined).map((draft) => describe(repository, municipality, draft)),
  )
  return texts.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
}

async function describe(repository: Repository, municipality: string, draft: Draft): Promise<DraftText> {
  const { collection, slug, stage, updatedAt, author } = draft
  const changes = await draftChanges(repository, draft)
  const [path, blob] = [...changes].flatMap(([path, { after, before }]) => {
    const blob = after ?? before
    return blob && kindAt(path, municipality) ? [[path, blob] as const] : []
  })[0] ?? [undefined, undefined]
  const [text] = blob ? await readBlobs(repository, [blob]) : []
  const title = path ? titleOf(path, String(text), kindAt(path, municipality)?.label) : slug
  return { collection, slug, stage, updatedAt, author, title, path }
}
