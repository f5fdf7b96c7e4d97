/** What a build hands to the server: the on-demand pages as one function from Request to Response. */
import { createApp } from 'astro/app/entrypoint'

const app = createApp({ streaming: false })

/**
 * Renders an on-demand page.
 *
 * @param errorPage gives the built page for a status (404 or 500), since those are static files
 * @returns nothing when the address is not one of the on-demand pages
 */
export async function render(
  request: Request,
  locals: App.Locals,
  clientAddress: string,
  errorPage: (status: number) => Response,
): Promise<Response | undefined> {
  const routeData = app.match(request)
  if (!routeData) return undefined
  return app.render(request, {
    routeData,
    locals,
    clientAddress,
    addCookieHeader: true,
    prerenderedErrorPageFetch: async (url) => errorPage(url.includes('/404') ? 404 : 500),
  })
}
