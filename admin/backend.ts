/**
 * How the CMS reaches our server: Decap's own proxy backend with five things added. It needs no sign-in of its own; it
 * says which version each text was written from; it keeps what was typed when something goes wrong; it tells the rest
 * of the page when something was saved; and it fetches a picture when somebody looks at it.
 */
import { ask, Missing, Unanswered } from './ask.ts'
import type { Cms } from './cms.ts'
import { openedTexts } from './opened.ts'
import { SignInBySession } from './session.ts'

/** Where the server answers. */
const address = '/admin/api/v1'

export interface Text {
  readonly data: string | null
  readonly file: { readonly path: string; readonly id: string | null }
}

interface DataFile {
  readonly slug: string
  readonly path: string
  readonly raw: string
  readonly newPath?: string
}

interface Entry {
  readonly dataFiles: readonly DataFile[]
  readonly assets: readonly unknown[]
}

/** The parts of Decap's class that ours stands on. */
interface AnyBackend {
  readonly branch: string
  readonly mediaFolder: string
  getMediaFile(path: string): Promise<{ readonly url: string }>
  request(question: { action: string; params: Record<string, unknown> }): Promise<unknown>
}
type ProxyClass = new (config: unknown, options: unknown) => AnyBackend

/** What was asked for and not done, with what was typed. */
export interface Mishap {
  readonly problem: Unanswered
  readonly tried: 'read' | 'save' | 'delete'
  readonly texts: readonly { readonly path: string; readonly raw: string }[]
}

interface Listeners {
  readonly onDone: (action: string) => void
  readonly onMishap: (mishap: Mishap) => void
}

const writes = /^(persist|publish|update|delete)/

/** Makes the backend `pusterom` known to the CMS. */
export function registerBackend(cms: Cms, name: string, { onDone, onMishap }: Listeners): void {
  const ProxyBackend = classOf(cms)

  class Backend extends ProxyBackend {
    authComponent = () => SignInBySession
    authenticate = async () => ({ name, login: name })
    restoreUser = async () => ({ name, login: name })
    getMedia = async (mediaFolder = this.mediaFolder) => {
      const params = { branch: this.branch, mediaFolder }
      const found = (await this.request({ action: 'getMedia', params })) as readonly { path: string }[]
      return found.map((picture) => ({ ...picture, displayURL: { path: picture.path } }))
    }
    /** As other backends of Decap have it: the address to show a picture at, asked for when it is shown. */
    getMediaDisplayURL = async ({ path }: { path: string }) => (await this.getMediaFile(path)).url
    /** A draft is on no page yet; its link leads to the page as readers see it. */
    getDeployPreview = async () => ({ url: location.origin, status: 'SUCCESS' })
    /** The button for it is ours, and ends the session on the server. */
    logout = () => document.querySelector<HTMLFormElement>('form[action="/logg-ut/"]')?.requestSubmit()

    override async request(question: { action: string; params: Record<string, unknown> }): Promise<unknown> {
      const { action, params } = question
      try {
        const answer = await answerTo(action, params)
        note(action, params, answer)
        if (writes.test(action)) onDone(action)
        return answer
      } catch (problem) {
        if (!(problem instanceof Unanswered)) throw problem
        const tried = /^delete/.test(action) ? 'delete' : writes.test(action) ? 'save' : 'read'
        // Decap asks for a draft of every page, and 404 is its answer when there is none.
        if (tried !== 'read' || problem instanceof Missing || [0, 401, 503].includes(problem.status))
          onMishap({ problem, tried, texts: textsIn(params) })
        throw problem
      }
    }
  }
  cms.registerBackend('pusterom', Backend)
}

/** The prebuilt script hands out no class, but makes one of it. */
function classOf(cms: Cms): ProxyClass {
  const made = cms.getBackend('proxy').init({ backend: { proxy_url: address }, media_folder: '' })
  return made.constructor as ProxyClass
}

/** @throws {Unanswered} also for a text that is not there: Decap would show its form, empty and «saved» */
async function answerTo(action: string, params: Record<string, unknown>): Promise<unknown> {
  const isOpening = action === 'getEntry'
  if (isOpening && !params.path) throw new Missing()
  const answer = await ask(address, { action, params: withBase(action, params) })
  if (isOpening && (answer as Text).data === null && isInAddress(params.path as string)) throw new Missing()
  return answer
}

/** Whether the page shows this file. A translation that nobody has made yet goes by another name. */
function isInAddress(path: string): boolean {
  const shown = /\/entries\/([^/?]+)/.exec(location.hash)?.[1]
  return shown !== undefined && path.slice(path.lastIndexOf('/') + 1).startsWith(`${shown}.`)
}

/** Adds to each text that is saved the version that it was written from. */
function withBase(action: string, params: Record<string, unknown>): object {
  if (action !== 'persistEntry') return params
  const { dataFiles } = params as unknown as Entry
  return { ...params, dataFiles: dataFiles.map((file) => ({ ...file, base: openedTexts.baseOf(file.path) })) }
}

/** Remembers which version the editor has in front of her from now on. */
function note(action: string, params: Record<string, unknown>, answer: unknown): void {
  if (action === 'getEntry') {
    const { data, file } = answer as Text
    openedTexts.note(params.path as string, file.id, data)
  } else if (action === 'unpublishedEntryDataFile') {
    const { data, id } = answer as { data: string; id: string }
    openedTexts.note(params.path as string, id, data)
  } else if (action === 'persistEntry') {
    const { ids } = answer as { ids: Record<string, string> }
    for (const { path, raw, newPath = path } of textsIn(params))
      openedTexts.note(newPath, ids[newPath] ?? null, raw)
  }
}

const textsIn = (params: Record<string, unknown>): readonly DataFile[] =>
  ((params as Partial<Entry>).dataFiles ?? []) as readonly DataFile[]
