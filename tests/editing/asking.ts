/** Who edits, which texts, and what the CMS asks for: the same at a desk of a test and over the wire to a server. */
import type { Editing } from '#editing/editing.ts'

export const kari = { id: 'kari-id', name: 'Kari Fjordheim' }
export const ola = { id: 'ola-id', name: 'Ola Nordvik' }

/** Pages and files that the tests change, below the root of the repository. */
export const page = 'content/pages/nb/rights/avlastning.mdx'
export const cafe = 'content/municipalities/fjordvik/cafes/etter-pa.yaml'
export const notices = 'content/municipalities/fjordvik/notices'
export const media = 'content/media'

/** What the CMS does, in its own words. */
export function asking(editing: Pick<Editing, 'answer'>) {
  const ask = (who: typeof kari, action: string, params: object = {}) =>
    editing.answer(who, { action, params: { branch: 'main', ...params } })
  /** @throws when it was refused */
  const get = async <Body>(who: typeof kari, action: string, params: object = {}): Promise<Body> => {
    const { status, body } = await ask(who, action, params)
    if (status !== 200) throw new Error(`expected ${action} to be done, got ${JSON.stringify(body)}`)
    return body as Body
  }
  const read = async (who: typeof kari, path: string) =>
    (await get<{ data: string }>(who, 'getEntry', { path })).data
  return {
    ask,
    get,
    read,
    save: (who: typeof kari, path: string, raw: string, more: Record<string, unknown> = {}) =>
      ask(who, 'persistEntry', saving(path, raw, more)),
    draft: (who: typeof kari, path: string, raw: string, more: Record<string, unknown> = {}) =>
      ask(who, 'persistEntry', saving(path, raw, { useWorkflow: true, ...more })),
  }
}

export const draftOfPage = { collection: 'rights', slug: 'avlastning' }

function saving(
  path: string,
  raw: string,
  { assets = [], base, newPath, ...options }: Record<string, unknown>,
) {
  return {
    dataFiles: [{ slug: 'avlastning', path, raw, base, newPath }],
    assets,
    options: {
      collectionName: 'rights',
      commitMessage: 'Update avlastning',
      useWorkflow: false,
      status: 'draft',
      ...options,
    },
  }
}
