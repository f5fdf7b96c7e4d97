/** The whole repository of the texts as one file, drafts and history too: for a backup, and back again. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { moveBranches } from './commit.ts'
import { openRepository } from './repository.ts'

interface Place {
  readonly dataFolder: string
  /** Where programs are found, as in PATH. */
  readonly searchPath: string
}

/** Whether texts are edited here. */
export const hasTexts = ({ dataFolder }: Pick<Place, 'dataFolder'>): boolean =>
  existsSync(join(dataFolder, 'content.git', 'HEAD'))

/** @returns a bundle of git, with everything that a branch leads to; nothing where no texts are edited */
export async function packTexts(place: Place): Promise<Buffer | undefined> {
  if (!hasTexts(place)) return undefined
  const { git } = await openRepository(place)
  return git(['bundle', 'create', '--quiet', '-', '--branches'])
}

/** @throws when there are texts already: whose words are right is not ours to say */
export function expectNoTexts(place: Pick<Place, 'dataFolder'>): void {
  if (!hasTexts(place)) return
  throw new Error(
    `${join(place.dataFolder, 'content.git')}: expected no texts yet, got some. Set PUSTEROM_DATA to an empty folder, or move them away; nothing was changed.`,
  )
}

/** @throws when there are texts already */
export async function unpackTexts(place: Place, bundle: Buffer): Promise<void> {
  expectNoTexts(place)
  const repository = await openRepository(place)
  const folder = await mkdtemp(join(place.dataFolder, 'texts-'))
  try {
    const file = join(folder, 'texts.bundle')
    await writeFile(file, bundle)
    const said = await repository.git(['bundle', 'unbundle', file])
    const branches = said
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
    await moveBranches(
      repository,
      branches.map(([to, ref = '']) => ({ ref, from: undefined, to })),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
