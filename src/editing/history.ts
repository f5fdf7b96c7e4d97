/** What was published, by whom and when: the first-parent history of the published texts. */
import { type KeptKind, kindAt } from './kind-at.ts'
import { mainRef, type Repository } from './repository.ts'
import { titleOf } from './title.ts'
import { readBlobs } from './tree.ts'

/** A text that a commit changed, as people know it. */
export interface ChangedText {
  /** Below the root of the repository. */
  readonly path: string
  readonly title: string
  readonly kind: KeptKind | undefined
  readonly isGone: boolean
}

export interface Save {
  readonly commit: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly author: string
  /** By the program itself: the texts of a new version. */
  readonly isUpgrade: boolean
  readonly texts: readonly ChangedText[]
}

/** Texts of one commit that are named; an upgrade may change hundreds. */
const mostTexts = 20

/** @returns the newest commits of the published texts, newest first */
export async function listSaves(
  repository: Repository,
  municipality: string,
  count: number,
): Promise<Save[]> {
  const format = '--format=%x01%H%x00%an%x00%ae%x00%ct%x00'
  const flags = ['--first-parent', '-m', '--raw', '--no-abbrev', '--no-renames', '-z', `-${count}`]
  const out = (await repository.git(['log', ...flags, format, mainRef])).toString()
  const commits = out.split('\x01').slice(1).map(readCommit)
  const blobs = commits.flatMap(({ files }) => files.map(({ blob }) => blob))
  const contents = await readBlobs(repository, blobs)
  const textOf = new Map(blobs.map((blob, index) => [blob, contents[index]]))
  return commits.map(({ files, ...save }) => ({
    ...save,
    texts: files
      .map(({ path, blob, isGone }) => {
        const kind = kindAt(path, municipality)
        return { path, kind, isGone, title: titleOf(path, String(textOf.get(blob) ?? ''), kind?.label) }
      })
      // A text is what the editor knows she saved; its picture came along.
      .sort((one, other) => Number(!one.kind) - Number(!other.kind)),
  }))
}

/** One commit of `git log --raw -z`: the fields of the format, then pairs of modes with blobs, and a path. */
function readCommit(text: string) {
  const [commit = '', author = '', address = '', seconds = '', ...rest] = text.split('\0')
  const files: { path: string; blob: string; isGone: boolean }[] = []
  for (const [index, part] of rest.entries()) {
    const [, before = '', after = ''] = /^\n?:\d+ \d+ (\w+) (\w+) [A-Z]/.exec(part) ?? []
    if (!before || files.length === mostTexts) continue
    const isGone = /^0+$/.test(after)
    files.push({ path: rest[index + 1] as string, blob: isGone ? before : after, isGone })
  }
  const at = new Date(Number(seconds) * 1000).toISOString()
  return { commit, at, author, isUpgrade: address.startsWith('pusterom@'), files }
}
