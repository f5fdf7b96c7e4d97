/** The actions of the CMS that read what is published. */
import type { Desk, Editor } from './desk.ts'
import { getFolder, getPlace, mediaFolder } from './place.ts'
import type { Params } from './protocol.ts'
import { Refused } from './refused.ts'
import { mainRef } from './repository.ts'
import { findBlob, listFiles, readBlobs, type TreeFile } from './tree.ts'

/** A text as the CMS takes it; without a file `data` and `id` are null. */
interface Text {
  readonly data: string | null
  readonly file: { readonly path: string; readonly label?: string | undefined; readonly id: string | null }
}

export async function listByFolder(
  { repository }: Desk,
  { folder, extension, depth }: Params<'entriesByFolder'>,
): Promise<Text[]> {
  const below = `${getFolder(folder)}/`
  const files = await listFiles(repository, mainRef, below)
  return readTexts(
    repository,
    files.filter(
      ({ path }) => path.endsWith(`.${extension}`) && path.slice(below.length).split('/').length <= depth,
    ),
  )
}

export async function listByFiles(
  { repository, municipality }: Desk,
  { files }: Params<'entriesByFiles'>,
): Promise<Text[]> {
  const published = new Map((await listFiles(repository, mainRef)).map(({ path, blob }) => [path, blob]))
  const asked = files.map(({ path, label }) => {
    const place = getPlace(path, municipality)
    return { path: place.path, blob: published.get(place.path), label }
  })
  const found = await readTexts(
    repository,
    asked.flatMap(({ path, blob }) => (blob ? [{ path, blob }] : [])),
  )
  return asked.map(({ path, label }) => ({
    data: found.find(({ file }) => file.path === path)?.data ?? null,
    file: { path, label, id: published.get(path) ?? null },
  }))
}

/** Opens a text for an editor: from now on she has this version in front of her. */
export async function openText(
  { repository, municipality, openings }: Desk,
  editor: Editor,
  path: string,
  at: string = mainRef,
): Promise<Text> {
  const place = getPlace(path, municipality)
  const blob = await findBlob(repository, at, place.path)
  openings.note(editor.id, place.path, blob)
  const [text] = blob ? await readTexts(repository, [{ path, blob }]) : []
  return text ?? { data: null, file: { path, id: null } }
}

/** Which picture. */
interface PictureName {
  readonly id: string
  readonly path: string
  readonly name: string
}

/** A picture as the CMS takes it. */
interface Picture extends PictureName {
  readonly content: string
  readonly encoding: 'base64'
}

/** Without what they show: the CMS fetches those that somebody looks at. */
export async function listPictures(
  { repository }: Desk,
  { mediaFolder: asked }: Params<'getMedia'>,
): Promise<PictureName[]> {
  const folder = getFolder(asked)
  if (folder !== mediaFolder) throw new Refused(422, `Bildene ligger i ${mediaFolder}.`)
  return (await listFiles(repository, mainRef, `${folder}/`)).map(named)
}

export async function getPicture(desk: Desk, path: string, at: string = mainRef): Promise<Picture> {
  const blob = await findPicture(desk, path, at)
  if (!blob) throw new Refused(404, 'Bildet finnes ikke lenger.')
  const [bytes] = await readBlobs(desk.repository, [blob])
  return { ...named({ path, blob }), content: (bytes as Buffer).toString('base64'), encoding: 'base64' }
}

/** The bytes alone; nothing where there is no such picture. */
export async function pictureBytes(desk: Desk, path: string): Promise<Buffer | undefined> {
  const blob = await findPicture(desk, path, mainRef)
  const [bytes] = blob ? await readBlobs(desk.repository, [blob]) : []
  return bytes
}

async function findPicture({ repository, municipality }: Desk, path: string, at: string) {
  return getPlace(path, municipality).is === 'picture' ? findBlob(repository, at, path) : undefined
}

const named = ({ path, blob }: TreeFile): PictureName => ({
  id: blob,
  path,
  name: path.slice(path.lastIndexOf('/') + 1),
})

async function readTexts(repository: Desk['repository'], files: readonly TreeFile[]): Promise<Text[]> {
  const contents = await readBlobs(
    repository,
    files.map(({ blob }) => blob),
  )
  return files.map(({ path, blob }, index) => ({ data: String(contents[index]), file: { path, id: blob } }))
}
