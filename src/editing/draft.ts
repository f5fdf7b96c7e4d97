/**
 * Texts under way: a branch `cms/<collection>/<slug>` each. Where one stands is written in its last commit, so that it
 * survives every clone.
 */
import { findCommit } from './commit.ts'
import { mainRef, type Repository } from './repository.ts'
import { compareTrees } from './tree.ts'

/** Which text, in the words of the CMS. */
export interface DraftName {
  readonly collection: string
  readonly slug: string
}

/** In the words of the CMS: being written, waiting to be read, ready. */
export const draftStages = ['draft', 'pending_review', 'pending_publish'] as const
export type DraftStage = (typeof draftStages)[number]

/** The line at the end of a draft's commits that says where it stands. */
export const stageTrailer = 'Draft-Stage'

export interface Draft extends DraftName {
  readonly ref: string
  readonly head: string
  /** The published commit that it began from. */
  readonly base: string
  readonly stage: DraftStage
  /** ISO 8601, UTC. */
  readonly updatedAt: string
  /** The name of who wrote last. */
  readonly author: string
}

const prefix = 'refs/heads/cms/'

/** Everything that a name of a branch cannot hold, or that could be two names, is written as its bytes: `%2F`. */
const encode = (name: string) =>
  name.replace(/[^A-Za-z0-9_-]/gu, (sign) =>
    [...Buffer.from(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  )

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

/** @example draftRef({ collection: 'rights', slug: 'nb/avlastning' }) // 'refs/heads/cms/rights/nb%2Favlastning' */
export const draftRef = ({ collection, slug }: DraftName): string =>
  `${prefix}${encode(collection)}/${encode(slug)}`

/** @returns nothing when the text has no draft */
export async function findDraft(repository: Repository, name: DraftName): Promise<Draft | undefined> {
  const head = await findCommit(repository, draftRef(name))
  return head ? readDraft(repository, name, head) : undefined
}

/** @returns nothing when the branch says no more than what is published: then its end was cut off */
export async function readDraft(
  repository: Repository,
  name: DraftName,
  head: string,
): Promise<Draft | undefined> {
  const ref = draftRef(name)
  const format = `--format=%cI%x00%an%x00%(trailers:key=${stageTrailer},valueonly)`
  const base = await repository.git(['merge-base', mainRef, head])
  const said = await repository.git(['log', '-1', format, head])
  const [writtenAt = '', author = '', stages = ''] = said.toString().split('\0')
  const draft = { ...name, ref, head, base: base.toString().trim(), author }
  if (draft.base === head) return undefined
  const stage = draftStages.find((each) => each === stages.trim().split('\n').at(-1)) ?? 'draft'
  return { ...draft, stage, updatedAt: new Date(writtenAt).toISOString() }
}

/** Drafts that are not published, in the order of their names. */
export async function listDrafts({ git }: Repository): Promise<(DraftName & { readonly head: string })[]> {
  const format = '--format=%(objectname) %(refname)'
  const out = await git(['for-each-ref', format, `--no-merged=${mainRef}`, prefix])
  return out
    .toString()
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const [head = '', ref = ''] = line.split(' ')
      const [collection = '', slug = ''] = ref.slice(prefix.length).split('/').map(decode)
      // One that was made by hand may be called anything.
      return draftRef({ collection, slug }) === ref ? [{ collection, slug, head }] : []
    })
}

/** What a draft changes: path → the blob in what it began from, and its own. */
export const draftChanges = (repository: Repository, { base, head }: Draft) =>
  compareTrees(repository, base, head)
