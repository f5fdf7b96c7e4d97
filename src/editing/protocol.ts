/**
 * What the CMS may ask for: Decap's proxy protocol, as decap-server 3 takes it, action by action. One addition: with a
 * file to save, `base` may say which version was changed, by the `id` that came with it; null for a new file. Without
 * it the version counts that the editor was last given. One thing is left out: getMedia names pictures without their
 * bytes, for there may be a hundred megabytes of them; getMediaFile has those of one.
 */
import { z } from 'zod'
import { draftStages } from './draft.ts'
import { mainBranch } from './repository.ts'

const name = z.string().min(1).max(80)
const path = z.string().min(1).max(1000)
const id = z.string().max(200)
const branch = z.literal(mainBranch)

const draft = { branch, collection: name, slug: name }
const options = z.object({ commitMessage: z.string().max(2000) })

const picture = z.object({ path, content: z.string(), encoding: z.literal('base64') })
const dataFile = z.object({
  slug: name,
  path,
  raw: z.string(),
  newPath: path.optional(),
  base: id.nullish(),
})

const params = {
  info: z.unknown(),
  entriesByFolder: z.object({
    branch,
    folder: path,
    extension: z.string().max(20),
    depth: z.int().min(0).max(20),
  }),
  entriesByFiles: z.object({
    branch,
    files: z.array(z.object({ path, label: z.string().max(500).optional() })).max(2000),
  }),
  getEntry: z.object({ branch, path }),
  unpublishedEntries: z.object({ branch }),
  unpublishedEntry: z.object({
    branch,
    id: z.string().max(200).optional(),
    collection: name.optional(),
    slug: name.optional(),
  }),
  unpublishedEntryDataFile: z.object({ ...draft, id, path }),
  unpublishedEntryMediaFile: z.object({ ...draft, id, path }),
  deleteUnpublishedEntry: z.object(draft),
  persistEntry: z.object({
    branch,
    dataFiles: z.array(dataFile).min(1).max(20),
    assets: z.array(picture).max(50),
    options: z.object({
      commitMessage: z.string().max(2000),
      collectionName: name.optional(),
      useWorkflow: z.boolean(),
      status: z.enum(draftStages).optional(),
    }),
  }),
  updateUnpublishedEntryStatus: z.object({ ...draft, newStatus: z.enum(draftStages) }),
  publishUnpublishedEntry: z.object(draft),
  getMedia: z.object({ branch, mediaFolder: path }),
  getMediaFile: z.object({ branch, path }),
  persistMedia: z.object({ branch, asset: picture, options }),
  deleteFile: z.object({ branch, path, options }),
  deleteFiles: z.object({ branch, paths: z.array(path).min(1).max(100), options }),
  getDeployPreview: z.object(draft),
} as const

export type Action = keyof typeof params
export type Params<Name extends Action> = z.output<(typeof params)[Name]>

/** A request that has the shape of its action. */
export type Asked = { [Name in Action]: { readonly action: Name; readonly params: Params<Name> } }[Action]

/**
 * @param body what came as JSON
 * @returns what is wrong, in English: it is read by whoever makes a CMS, not by editors
 */
export function readAsked(body: unknown): Asked | { readonly problem: string } {
  const action = (body as { action?: unknown } | null)?.action
  if (typeof action !== 'string' || !Object.hasOwn(params, action))
    return { problem: `action: expected one of ${Object.keys(params).join(', ')}` }
  const { data, error } = params[action as Action].safeParse((body as { params?: unknown }).params)
  if (error)
    return { problem: error.issues.map((each) => `${each.path.join('.')}: ${each.message}`).join('; ') }
  return { action, params: data } as Asked
}
