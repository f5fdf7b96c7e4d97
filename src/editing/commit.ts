/** Commits, and the branches that point to them. A branch moves only from where it was seen: nobody is overwritten. */
import type { Temporal } from 'temporal-polyfill'
import { GitError } from './git.ts'
import { Moved, type Repository, removeOld } from './repository.ts'
import { nothing } from './tree.ts'

/** Who wrote something. `id` is a staff id: addresses stay out of the history, which may be pushed to others. */
export interface Author {
  readonly id: string
  readonly name: string
}

/** The program itself. */
export const pusterom: Author = { id: 'pusterom', name: 'Pusterom' }

interface NewCommit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Author
  /** The first line: what was done. */
  readonly subject: string
  /** Facts for programs, one a line at the end: `Draft-Status: draft`. They are what survives a clone. */
  readonly trailers?: readonly (readonly [name: string, value: string])[]
  readonly now: Temporal.Instant
}

/** @returns the name of the commit. No branch knows it yet. */
export async function commitTree({ git }: Repository, commit: NewCommit): Promise<string> {
  const { tree, parents, author, subject, trailers = [], now } = commit
  const at = `@${Math.floor(now.epochMilliseconds / 1000)} +0000`
  const lines = [oneLine(subject), '', ...trailers.map(([name, value]) => `${name}: ${oneLine(value)}`)]
  const out = await git(['commit-tree', tree, ...parents.flatMap((each) => ['-p', each]), '-F', '-'], {
    input: `${lines.join('\n').trim()}\n`,
    env: { ...person('AUTHOR', author, at), ...person('COMMITTER', pusterom, at) },
  })
  return out.toString().trim()
}

/** The domain .invalid is nobody's (RFC 2606, section 2). */
const person = (as: string, { id, name }: Author, at: string) => ({
  [`GIT_${as}_NAME`]: oneLine(name.replace(/[<>]/g, '')) || 'Ukjent',
  [`GIT_${as}_EMAIL`]: `${id.replace(/[^\w.-]/g, '')}@pusterom.invalid`,
  [`GIT_${as}_DATE`]: at,
})

const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200)

/** The commit that a branch points to; nothing when there is no such branch. */
export async function findCommit({ git }: Repository, ref: string): Promise<string | undefined> {
  const out = await git(['for-each-ref', '--format=%(objectname) %(refname)', ref])
  const lines = out.toString().split('\n')
  return lines.map((line) => line.split(' ')).find(([, name]) => name === ref)?.[0]
}

/** @throws when the branch is not there, and somebody has been at the repository by hand */
export async function getCommit(repository: Repository, ref: string): Promise<string> {
  const commit = await findCommit(repository, ref)
  if (!commit) throw new Error(`expected ${ref} in ${repository.folder}, got none`)
  return commit
}

/** A branch with where it was and where it shall be; nothing is no branch. */
export interface Move {
  readonly ref: string
  readonly from: string | undefined
  readonly to: string | undefined
}

/**
 * Moves branches, all of them or none, whatever other processes do. Only when the power goes in the middle may the
 * first ones have moved alone: git moves them one by one, in this order, and takes those away last. Whoever calls puts
 * first what can stand alone until the act is done again.
 *
 * @throws {Moved} when one of them is no longer where it was
 */
export async function moveBranches(repository: Repository, moves: readonly Move[]): Promise<void> {
  const lines = moves.map(({ ref, from = nothing, to }) =>
    to ? `update ${ref} ${to} ${from}` : `delete ${ref} ${from}`,
  )
  const move = () => repository.git(['update-ref', '--stdin'], { input: `${lines.join('\n')}\n` })
  try {
    await move()
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    // A command holds a lock for milliseconds. One that is old belongs to a process that was killed.
    const lock = /'([^']+\.lock)': File exists/.exec(error.message)?.[1]
    if (lock && !(await removeOld(lock, 10_000))) throw new Moved(error.message)
    if (!lock && !/is at|expected|already exists|reference is missing|unable to resolve/.test(error.message))
      throw error
    if (!lock) throw new Moved(error.message)
    await move()
  }
}
