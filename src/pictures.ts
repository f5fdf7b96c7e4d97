/** The pictures of the texts: which there are, and how large. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Picture, SizedPicture } from '#editorial/picture.ts'
import { readBuildSettings } from '#env.ts'

const folder = () => join(readBuildSettings().contentFolder, 'media')

/** The names of the files; none where nobody has uploaded any. */
export const listPictures = async (): Promise<string[]> =>
  (await readdir(folder()).catch(() => [])).filter((name) =>
    /^[a-z0-9][a-z0-9_-]*\.(jpe?g|png|webp)$/.test(name),
  )

export const readPicture = (name: string): Promise<Buffer> => readFile(join(folder(), name))

const unseen = new AsyncLocalStorage<(name: string) => Promise<Buffer | undefined>>()

/** Everything that `act` draws may show pictures that no build has seen, of a text that is typed just now. */
export const withPictures = <Result>(
  read: (name: string) => Promise<Buffer | undefined>,
  act: () => Result,
): Result => unseen.run(read, act)

/** @returns nothing for a text without one, and for one whose file is gone: the text is worth showing without it */
export async function sizePicture(picture: Picture | undefined): Promise<SizedPicture | undefined> {
  const read = unseen.getStore() ?? readPicture
  const bytes = picture && (await read(picture.file.slice('/media/'.length)).catch(() => undefined))
  if (!bytes) return undefined
  const { default: sharp } = await import('sharp')
  const { width, height } = await sharp(bytes).metadata()
  return { src: picture.file, alt: picture.decorative ? '' : (picture.alt ?? ''), width, height }
}
