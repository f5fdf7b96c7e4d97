/**
 * Texts that came with the program, and what editors made of them. The branch `shipped` holds what came last; a file
 * that nobody touched since follows it, one that somebody touched is kept, and the upgrade says so.
 */
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { commitTree, findCommit, moveBranches, pusterom } from './commit.ts'
import { kindAt } from './kind-at.ts'
import { root } from './place.ts'
import { mainRef, type Repository, shippedRef } from './repository.ts'
import { titleOf } from './title.ts'
import { type Changes, changeTree, compareTrees, findBlob, readBlobs } from './tree.ts'

/** A line at the end of the commit of an upgrade, one for each file that it left as an editor had made it. */
const keptTrailer = 'Kept'

/**
 * Takes in what came with the program: everything the first time, what is new in it later. Doing it again does
 * nothing.
 *
 * @param contentFolder the folder that was shipped, with `pages/` in it
 * @returns paths of files that both the program and an editor changed: the editor's stay
 */
export const receiveShipped = (
  repository: Repository,
  contentFolder: string,
  now: Temporal.Instant,
): Promise<{ kept: readonly string[] }> =>
  repository.inTurn(async () => {
    const commit = (
      tree: string,
      parents: readonly string[],
      subject: string,
      kept: readonly string[] = [],
    ) => {
      const trailers = kept.map((path) => [keptTrailer, path] as const)
      return commitTree(repository, { tree, parents, author: pusterom, subject, trailers, now })
    }
    const tree = await treeOf(repository, contentFolder)
    const before = await findCommit(repository, shippedRef)
    const main = await findCommit(repository, mainRef)
    const same = before && (await compareTrees(repository, before, tree)).size === 0
    if (same && main) return { kept: [] }

    const shipped = same
      ? before
      : await commit(tree, before ? [before] : [], 'Receive the texts of the program')
    const move = { ref: shippedRef, from: before, to: shipped }
    if (!main || !before) {
      // In this order: a main branch without the shipped one would count every text as touched.
      await moveBranches(repository, [
        ...(same ? [] : [move]),
        { ref: mainRef, from: main, to: main ?? shipped },
      ])
      return { kept: [] }
    }
    const { changes, kept } = merge(
      await compareTrees(repository, before, shipped),
      await compareTrees(repository, before, main),
    )
    const merged = await commit(
      await changeTree(repository, main, changes),
      [main, shipped],
      'Upgrade the texts of the program',
      kept,
    )
    // The other way round, what is new would count as received without being there.
    await moveBranches(repository, [{ ref: mainRef, from: main, to: merged }, move])
    return { kept }
  })

type Compared = Awaited<ReturnType<typeof compareTrees>>

/** Three ways, file by file: what one side alone changed is taken, and where both did, ours stays. */
function merge(theirs: Compared, ours: Compared): { changes: Changes; kept: string[] } {
  const changes = new Map<string, string | undefined>()
  const kept: string[] = []
  for (const [path, { after }] of theirs) {
    const own = ours.get(path)
    if (!own) changes.set(path, after)
    else if (own.after !== after) kept.push(path)
  }
  return { changes, kept }
}

/** A text that the program has newer words for. */
export interface KeptText {
  readonly path: string
  readonly title: string
  /** The version of the program's words; empty where it has the text no more. */
  readonly shipped: string
  /** From the editor's words to the program's: the lines of `diff -u`, without what it says of files and places. */
  readonly difference: string
}

/** What upgrades left as it was, until somebody has changed it since. */
export async function listKept(repository: Repository, municipality: string): Promise<KeptText[]> {
  const { git } = repository
  const format = `--format=%H%x00%(trailers:key=${keptTrailer},valueonly,separator=%x00)`
  const log = await git(['log', '--first-parent', '--merges', `--grep=^${keptTrailer}: `, format, mainRef])
  const paths = new Set<string>()
  for (const line of log.toString().split('\n').filter(Boolean)) {
    const [upgrade = '', ...kept] = line.split('\0').filter(Boolean)
    const since = await compareTrees(repository, upgrade, mainRef)
    for (const path of kept) if (!since.has(path)) paths.add(path)
  }
  return Promise.all(
    [...paths].sort().map(async (path) => {
      const flags = ['--no-ext-diff', '--no-textconv']
      const difference = await git(['diff', ...flags, mainRef, shippedRef, '--', path])
      const own = await findBlob(repository, mainRef, path)
      const shipped = (await findBlob(repository, shippedRef, path)) ?? ''
      const [text] = own ? await readBlobs(repository, [own]) : []
      const title = titleOf(path, String(text), kindAt(path, municipality)?.label)
      return { path, title, shipped, difference: linesOf(difference.toString()) }
    }),
  )
}

const linesOf = (difference: string): string =>
  difference
    .replace(/^[\s\S]*?(?=^@@)/m, '')
    .replace(/^@@.*\n/, '')
    .replace(/^@@.*$/gm, '…')
    .trimEnd()

/** The tree of a folder of files. Links, and what hides behind a dot, stay outside. */
async function treeOf(repository: Repository, contentFolder: string): Promise<string> {
  const found = await readdir(contentFolder, { recursive: true, withFileTypes: true })
  const files = found
    .filter((each) => each.isFile())
    .map((each) => relative(contentFolder, join(each.parentPath, each.name)).split(sep).join('/'))
    .filter((path) => !/(^|\/)\.|\p{Cc}/u.test(path))
    .sort()
  const stdin = files.map((path) => `${join(contentFolder, path)}\n`).join('')
  const names = await repository.git(['hash-object', '-w', '--no-filters', '--stdin-paths'], { input: stdin })
  const blobs = names.toString().split('\n')
  return changeTree(
    repository,
    undefined,
    new Map(files.map((path, index) => [`${root}/${path}`, blobs[index] as string])),
  )
}
