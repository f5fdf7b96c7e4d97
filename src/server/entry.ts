/** What a build hands to the server: the on-demand pages as one function from Request to Response, and what the site says. */
import { createApp } from 'astro/app/entrypoint'

export { withTexts } from '#texts/scope.ts'
export { getEdition } from '../content.ts'

const app = createApp({ streaming: false })

// Astro imports the module of a page anew for each request, and Node takes as long over that as over a query.
const { pageMap } = app.manifest
for (const [path, load] of pageMap ?? []) {
  let module: ReturnType<typeof load> | undefined
  pageMap?.set(path, () => (module ??= load()))
}

/** A drawn page, and the pattern it answers to: what may be logged, since an address can carry a token. */
export interface Rendered {
  readonly route: string
  readonly response: Response
}

/**
 * Renders an on-demand page.
 *
 * @returns nothing when the address is not one of the on-demand pages. An error without a body leaves it to the
 *   server to show the page of its status.
 */
export async function render(
  request: Request,
  locals: App.Locals,
  clientAddress: string,
): Promise<Rendered | undefined> {
  const routeData = app.match(request)
  // Astro adds routes of its own. One of them, for pictures, fetches an address from the host that the client named.
  if (!routeData || routeData.origin === 'internal') return undefined
  const response = await app.render(request, {
    routeData,
    locals,
    clientAddress,
    addCookieHeader: true,
    prerenderedErrorPageFetch: async (url) =>
      new Response(null, { status: url.includes('/404') ? 404 : 500 }),
  })
  return { route: routeData.route, response }
}
