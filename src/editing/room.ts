/**
 * How much may be kept. The server holds every picture of the site in memory, draws every text, and reads every draft
 * to list them; and a browser that has gone wild, or a stolen session, would keep on saving.
 */
import { draftRef, listDrafts } from './draft.ts'
import { mediaFolder } from './place.ts'
import { Refused } from './refused.ts'
import type { Repository } from './repository.ts'

const most = { drafts: 200, texts: 3000, pictures: 1000, megabytes: 100 }

/** Signs. A branch is a file, whose name may have 255 bytes, and a sign such as ø takes six. */
const longestName = 200

/**
 * @param tree as it would be with what is added
 * @throws {Refused} when the site has no room for it
 */
export async function expectRoom({ git }: Repository, tree: string): Promise<void> {
  const out = await git(['ls-tree', '-r', '-l', '-z', '--full-tree', tree])
  const files = out.toString().split('\0').filter(Boolean)
  const sizes = files.flatMap((line) => {
    const [, size, path = ''] = /^\S+ blob \S+ +(\d+)\t(.+)$/s.exec(line) ?? []
    return path.startsWith(`${mediaFolder}/`) ? [Number(size)] : []
  })
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  if (sizes.length > most.pictures) throw full(`${most.pictures} bilder`, 'bilder som ingen side viser')
  if (bytes > most.megabytes * 1e6) throw full(`${most.megabytes} MB bilder`, 'bilder som ingen side viser')
  if (files.length - sizes.length > most.texts) throw full(`${most.texts} tekster`, 'tekster som er gamle')
}

/** @throws {Refused} when there are too many drafts, or the new one's name is too long to be kept */
export async function expectRoomForDraft(
  repository: Repository,
  name: Parameters<typeof draftRef>[0],
): Promise<void> {
  if (
    draftRef(name)
      .split('/')
      .some((part) => part.length > longestName)
  )
    throw new Refused(422, 'Navnet på utkastet er for langt. Gi siden et kortere navn, uten spesielle tegn.')
  if ((await listDrafts(repository)).length >= most.drafts)
    throw full(`${most.drafts} utkast`, 'noen av dem, eller publiser dem')
}

const full = (what: string, gone: string) =>
  new Refused(422, `Det er ikke plass til mer: Det er alt ${what}. Slett ${gone}, og prøv igjen.`)
