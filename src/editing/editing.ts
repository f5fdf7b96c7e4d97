/** Where texts are edited in a running deployment: from what was shipped to the folder that a build reads. */
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import type { HeldBack, Stop } from '#publish/journal.ts'
import { type Answered, answer } from './answer.ts'
import { checkFolder } from './check-folder.ts'
import type { CmsConfig } from './cms/config.ts'
import { readConfig } from './cms/reading.ts'
import { getCommit } from './commit.ts'
import type { Desk, Editor } from './desk.ts'
import { type DraftText, openDraftTexts } from './draft-texts.ts'
import { listSaves, type Save } from './history.ts'
import { holdBack, withStandIns } from './hold-back.ts'
import { createOpenings } from './openings.ts'
import { mediaFolder } from './place.ts'
import { startPushing } from './push.ts'
import { pictureBytes } from './reading.ts'
import { mainRef, openRepository, type Repository } from './repository.ts'
import { type KeptText, listKept, receiveShipped } from './shipped.ts'
import { tidy } from './tidy.ts'
import { exportTree } from './working-folder.ts'

interface Premises {
  readonly dataFolder: string
  /** The texts that came with the program. */
  readonly contentFolder: string
  /** Where programs are found, as in PATH. */
  readonly searchPath: string
  readonly municipality: string
}

/** The published texts as they are now. */
export interface Texts {
  readonly commit: string
  /** For a build to read. */
  readonly folder: string
  /** Texts that it holds something else of. */
  readonly held: readonly HeldBack[]
}

/**
 * Brings the repository of the texts up to what came with the program, and puts its published texts where a build
 * reads them.
 *
 * @param held texts that do not fit the program, as the build before found out
 * @returns the folder, and the files that both the program and an editor changed: the editor's stay
 */
export async function publishedTexts(
  premises: Premises,
  now: Temporal.Instant,
  held: readonly HeldBack[] = [],
): Promise<Texts & { kept: readonly string[] }> {
  return putOut(await openRepository(premises), premises, now, held)
}

async function putOut(
  repository: Repository,
  { contentFolder, dataFolder, municipality }: Premises,
  now: Temporal.Instant,
  known: readonly HeldBack[] = [],
) {
  const { kept } = await receiveShipped(repository, contentFolder, now)
  const commit = await getCommit(repository, mainRef)
  const { tree, held } = await withStandIns(repository, municipality, commit, known)
  return { commit, folder: await exportTree(repository, tree, join(dataFolder, 'content')), held, kept }
}

/** The published texts that a build was given up for, where something can stand in for them; `said` is why. */
export async function findHeldBack(
  premises: Premises,
  { commit, folder }: Texts,
  said: string,
): Promise<HeldBack[]> {
  const stops = await checkFolder(folder, premises.municipality, said)
  return holdBack(await openRepository(premises), premises.municipality, commit, stops)
}

export interface Editing {
  answer(editor: Editor, body: unknown): Promise<Answered>
  /** @param held as for `publishedTexts` */
  published(held?: readonly HeldBack[]): Promise<Texts>
  /** The commit alone. */
  head(): Promise<string>
  /** What was published, newest first. */
  saves(count: number): Promise<Save[]>
  drafts(): Promise<DraftText[]>
  /** Texts that editors changed, and that the program has newer words for. */
  kept(): Promise<KeptText[]>
  /**
   * A picture as it was saved, also before it is live.
   *
   * @throws {Refused} for a name that no picture can have
   */
  picture(name: string): Promise<Buffer | undefined>
  /** Packs the repository. */
  tidy(signal?: AbortSignal): Promise<void>
  /** What is wrong with the texts that a build was given, file by file; `said` is why it was given up. */
  check(folder: string, said: string): Promise<Stop[]>
  /** What the CMS is set up with: see src/editing/cms. */
  config(): Promise<CmsConfig>
  /** Why the copy elsewhere is not what it should be; nothing when it is, or there is none. */
  pushProblem(): string | undefined
  stop(): Promise<void>
}

interface Options extends Premises {
  readonly now: () => Temporal.Instant
  /** Another repository that gets everything, too. */
  readonly remote?: string | undefined
  /** A repository elsewhere that the CMS works in instead: the setting of that name. */
  readonly cmsBackend?: string | undefined
  /** Called when the published texts are others than before. */
  readonly onPublished?: () => void
  readonly onPushProblem?: (reason: string) => void
}

/** @throws {NoGit} when there is none on the machine, and no texts yet */
export async function openEditing(options: Options): Promise<Editing> {
  const { municipality, now, remote, onPublished, onPushProblem = () => {} } = options
  const repository = await openRepository(options)
  await receiveShipped(repository, options.contentFolder, now())
  const desk: Desk = { repository, municipality, now, openings: createOpenings() }
  const pushing = remote ? startPushing(repository, remote, onPushProblem) : undefined
  let published = await getCommit(repository, mainRef)
  pushing?.wake()

  return {
    async answer(editor, body) {
      const answered = await answer(desk, editor, body)
      if (answered.status !== 200 || reads.test(answered.action ?? '')) return answered
      pushing?.wake()
      const main = await getCommit(repository, mainRef)
      if (main !== published) onPublished?.()
      published = main
      return answered
    },
    published: (held) => putOut(repository, options, now(), held),
    head: () => getCommit(repository, mainRef),
    saves: (count) => listSaves(repository, municipality, count),
    drafts: openDraftTexts(repository, municipality),
    kept: () => listKept(repository, municipality),
    picture: (name) => pictureBytes(desk, `${mediaFolder}/${name}`),
    tidy: (signal) => tidy(repository, signal),
    check: (folder, said) => checkFolder(folder, municipality, said),
    config: () => readConfig(repository, municipality, options.cmsBackend),
    pushProblem: () => pushing?.problem(),
    stop: async () => pushing?.stop(),
  }
}

/** Actions that change nothing. */
const reads = /^(info|get|entries|unpublished)/
