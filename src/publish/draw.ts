/** Draws every page and file of the site from the texts, with what the bundle holds. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js'
import type { Texts } from '#texts/text.ts'
import type { Bundle } from './bundle.ts'

interface Route {
  readonly type: string
  readonly component: string
}

/** Of what `draw/` in the bundle holds: Astro's own entry for pages that are built, see src/server/drawing.ts. */
interface Drawing {
  readonly app: {
    readonly routeCache: { clearAll(): void }
    setInternals(internals: object): void
    setOptions(options: object): void
    render(request: Request, options: { routeData: unknown }): Promise<Response>
  }
  readonly withTexts: <Result>(texts: Texts, act: () => Promise<Result>) => Promise<Result>
}

/** What an address answers: pages lie in folders of their own, those of a mishap do not. @example 'kafe/index.html' */
function fileOf(pathname: string, { type }: Route): string {
  const name = pathname.replace(/^\/|\/$/g, '')
  if (type === 'endpoint') return name
  return /^(404|500)$/.test(name) ? `${name}.html` : join(name, 'index.html')
}

/**
 * @param site the address that pages call their own
 * @param take gets each file as it is drawn
 * @throws when a page cannot be drawn; the message says which
 */
export async function drawPages(
  bundle: Bundle,
  texts: Texts,
  site: string,
  take: (path: string, content: Buffer) => void,
): Promise<void> {
  const { app, withTexts } = await openDrawing(bundle)
  await withTexts(texts, async () => {
    const drawn = new Set<string>()
    for (const { pathname, route } of await new StaticPaths(app as never).getAll()) {
      const path = pathname.replace(/(.)\/$/, '$1')
      // Two routes may answer at one address; the first one counts, as in the server.
      if (drawn.has(path)) continue
      drawn.add(path)
      const ending = route.type === 'endpoint' || path === '/' ? '' : '/'
      const request = new Request(new URL(`${path}${ending}`, site))
      take(fileOf(path, route), await draw(app, request, route))
    }
  })
}

async function draw(app: Drawing['app'], request: Request, route: Route): Promise<Buffer> {
  const { pathname } = new URL(request.url)
  try {
    const response = await app.render(request, { routeData: route })
    if (response.status >= 300 && response.status < 400)
      throw new Error(`expected a page, got ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  } catch (error) {
    throw new Error(`${pathname}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

async function openDrawing({ folder }: Bundle): Promise<Drawing> {
  const [entry] = (await readdir(join(folder, 'draw'))).filter((name) => name.startsWith('prerender-entry'))
  const drawing = (await import(pathToFileURL(join(folder, 'draw', entry ?? '')).href)) as Drawing
  // Which pages there are is asked anew: the texts may be others than those that this process drew last.
  drawing.app.routeCache.clearAll()
  // What Astro's own build hands over here is about styles and scripts that we do not let it manage.
  drawing.app.setInternals({ pagesByKeys: new Map() })
  const silent = { write: () => true }
  drawing.app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: silent } } })
  return drawing
}
