/** Texts under way as people know them: their titles, and who waits for whom. */
import { type Draft, draftChanges, draftRef, listDrafts, readDraft } from './draft.ts'
import { kindAt } from './kind-at.ts'
import type { Repository } from './repository.ts'
import { titleOf } from './title.ts'
import { readBlobs } from './tree.ts'

export interface DraftText extends Pick<Draft, 'collection' | 'slug' | 'stage' | 'updatedAt' | 'author'> {
  readonly title: string
  /** Below the root of the repository; nothing for a draft of pictures alone. */
  readonly path: string | undefined
}

/**
 * Reads each draft once: whoever waits for her text asks every second, and five programs run to read one.
 *
 * @returns lists the ones that were changed last first
 */
export function openDraftTexts(repository: Repository, municipality: string): () => Promise<DraftText[]> {
  let known = new Map<string, Promise<DraftText | undefined>>()

  async function read(name: Awaited<ReturnType<typeof listDrafts>>[number]) {
    const draft = await readDraft(repository, name, name.head)
    return draft && describe(repository, municipality, draft)
  }

  return async () => {
    const drafts = await listDrafts(repository)
    const texts = drafts.map((name) => {
      const key = `${name.head} ${draftRef(name)}`
      return [key, known.get(key) ?? read(name)] as const
    })
    known = new Map(texts)
    const found = await Promise.all(known.values()).catch((error) => {
      known.clear()
      throw error
    })
    return found.filter((text) => text !== undefined).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  }
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
