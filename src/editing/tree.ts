/** The files of a commit, and trees with some of them changed. Nothing is checked out. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repository } from './repository.ts'

/** A regular file of a commit. `path` is below the root of the repository, `blob` names its bytes. */
export interface TreeFile {
  readonly path: string
  readonly blob: string
}

/** Path → the blob to be there, or nothing to be there. */
export type Changes = ReadonlyMap<string, string | undefined>

/**
 * The regular files at or below a path; links and submodules are passed over.
 *
 * @param at a commit or tree
 * @param path a file, or a folder with a stroke at its end; everything without it
 */
export async function listFiles({ git }: Repository, at: string, path?: string): Promise<TreeFile[]> {
  const out = await git(['ls-tree', '-r', '-z', '--full-tree', at, ...(path ? ['--', path] : [])])
  return out
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, blob, path] = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? []
      return blob && path ? [{ path, blob }] : []
    })
}

/** The blob of a file; nothing when there is no such file. */
export async function findBlob(
  repository: Repository,
  at: string,
  path: string,
): Promise<string | undefined> {
  const files = await listFiles(repository, at, path)
  return files.find((file) => file.path === path)?.blob
}

/** The bytes of blobs, in their order, with one command for all of them. */
export async function readBlobs({ git }: Repository, blobs: readonly string[]): Promise<Buffer[]> {
  if (blobs.length === 0) return []
  const out = await git(['cat-file', '--batch'], { input: `${blobs.join('\n')}\n` })
  let at = 0
  return blobs.map((blob) => {
    const end = out.indexOf('\n', at)
    const [, type, size] = out.toString('latin1', at, end).split(' ')
    if (type !== 'blob') throw new Error(`expected ${blob} to be a blob, got ${type}`)
    at = end + 1 + Number(size) + 1
    return out.subarray(end + 1, at - 1)
  })
}

/** A file as text; nothing when there is no such file. */
export async function readText(
  repository: Repository,
  at: string,
  path: string,
): Promise<string | undefined> {
  const blob = await findBlob(repository, at, path)
  return blob ? String((await readBlobs(repository, [blob]))[0]) : undefined
}

/** @returns the name of the bytes, which are kept from now on */
export const writeBlob = async ({ git }: Repository, bytes: Buffer): Promise<string> =>
  (await git(['hash-object', '-w', '--stdin'], { input: bytes })).toString().trim()

/** The name that bytes have, without keeping them. */
export const blobOf = async ({ git }: Repository, bytes: Buffer): Promise<string> =>
  (await git(['hash-object', '--stdin'], { input: bytes })).toString().trim()

let indexes = 0

/**
 * A tree that is another one with changes.
 *
 * @param from a commit or tree; nothing to begin with an empty one
 */
export async function changeTree(
  { git, folder }: Repository,
  from: string | undefined,
  changes: Changes,
): Promise<string> {
  const index = join(folder, `index-${process.pid}-${++indexes}`)
  const env = { GIT_INDEX_FILE: index }
  const lines = [...changes].map(([path, blob]) => `${blob ? '100644' : '0'} ${blob ?? nothing}\t${path}\0`)
  try {
    await git(['read-tree', from ?? '--empty'], { env })
    await git(['update-index', '-z', '--index-info'], { env, input: lines.join('') })
    return (await git(['write-tree'], { env })).toString().trim()
  } finally {
    await Promise.all([index, `${index}.lock`].map((file) => rm(file, { force: true })))
  }
}

/** The name that git gives to what is not there. */
export const nothing = '0'.repeat(40)

/** What differs between two commits or trees: path → the blob before and after. */
export async function compareTrees(
  { git }: Repository,
  before: string,
  after: string,
): Promise<Map<string, { before: string | undefined; after: string | undefined }>> {
  const out = await git(['diff-tree', '-r', '-z', '--no-renames', before, after])
  const parts = out.toString().split('\0')
  const known = (blob = nothing) => (blob === nothing ? undefined : blob)
  const changed = new Map<string, { before: string | undefined; after: string | undefined }>()
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, , before, after] = (parts[at] ?? '').split(' ')
    changed.set(parts[at + 1] as string, { before: known(before), after: known(after) })
  }
  return changed
}
