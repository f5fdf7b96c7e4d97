/** From an action of the CMS to what it gets back, in the shapes of Decap's proxy protocol. */
import type { Desk, Editor } from './desk.ts'
import {
  deleteDraft,
  draftName,
  getDraft,
  listDraftNames,
  publishDraft,
  sayDraft,
  setStage,
} from './drafting.ts'
import { type Action, type Asked, readAsked } from './protocol.ts'
import { getPicture, listByFiles, listByFolder, listPictures, openText } from './reading.ts'
import { Refused } from './refused.ts'
import { mainBranch } from './repository.ts'
import { deleteFiles, savePicture, saveTexts } from './saving.ts'

/** What the server is told of a request, beside the answer to it. */
export interface Answered {
  readonly status: number
  readonly body: unknown
  /** The action, once it is known to be one. */
  readonly action?: Action
  /** Nobody asks like this by a slip of the hand. */
  readonly trick?: boolean
}

/** @param body what came as JSON */
export async function answer(desk: Desk, editor: Editor, body: unknown): Promise<Answered> {
  const asked = readAsked(body)
  if ('problem' in asked) return { status: 422, body: { error: asked.problem } }
  const { action } = asked
  try {
    return { status: 200, body: await act(desk, editor, asked), action }
  } catch (error) {
    if (isFull(error)) return { status: 507, body: { error: full }, action }
    if (!(error instanceof Refused)) throw error
    return { status: error.status, body: { error: error.message }, action, trick: error.trick }
  }
}

const full = 'Det er ikke plass til mer hos oss. Si fra til den som drifter nettstedet.'

/** Git has two ways to say it, and Node one. */
const isFull = (error: unknown): boolean =>
  error instanceof Error && /No space left on device|Out of diskspace|ENOSPC/.test(error.message)

async function act(desk: Desk, editor: Editor, asked: Asked): Promise<unknown> {
  switch (asked.action) {
    case 'info':
      return { repo: 'content', publish_modes: ['simple', 'editorial_workflow'], type: 'local_git' }
    case 'entriesByFolder':
      return listByFolder(desk, asked.params)
    case 'entriesByFiles':
      return listByFiles(desk, asked.params)
    case 'getEntry':
      return openText(desk, editor, asked.params.path)
    case 'unpublishedEntries':
      return listDraftNames(desk)
    case 'unpublishedEntry': {
      const { id, collection = '', slug = '' } = asked.params
      return sayDraft(desk, id ? draftName(id) : { collection, slug })
    }
    case 'unpublishedEntryDataFile': {
      const { head } = await getDraft(desk, asked.params)
      const { data, file } = await openText(desk, editor, asked.params.path, head)
      return { data, id: file.id }
    }
    case 'unpublishedEntryMediaFile':
      return getPicture(desk, asked.params.path, (await getDraft(desk, asked.params)).head)
    case 'deleteUnpublishedEntry':
      await deleteDraft(desk, asked.params)
      return { message: `deleted the draft of ${asked.params.slug}` }
    case 'persistEntry':
      return { message: 'entry persisted', ids: await saveTexts(desk, editor, asked.params) }
    case 'updateUnpublishedEntryStatus':
      await setStage(desk, editor, asked.params, asked.params.newStatus)
      return { message: `${asked.params.slug} is now ${asked.params.newStatus}` }
    case 'publishUnpublishedEntry':
      await publishDraft(desk, editor, asked.params)
      return { message: `${asked.params.slug} is now on ${mainBranch}` }
    case 'getMedia':
      return listPictures(desk, asked.params)
    case 'getMediaFile':
      return getPicture(desk, asked.params.path)
    case 'persistMedia':
      await savePicture(desk, editor, asked.params)
      return getPicture(desk, asked.params.asset.path)
    case 'deleteFile':
      await deleteFiles(desk, editor, [asked.params.path], asked.params.options.commitMessage)
      return { message: `deleted file ${asked.params.path}` }
    case 'deleteFiles':
      await deleteFiles(desk, editor, asked.params.paths, asked.params.options.commitMessage)
      return { message: `deleted files ${asked.params.paths.join(', ')}` }
    case 'getDeployPreview':
      return null
  }
}
