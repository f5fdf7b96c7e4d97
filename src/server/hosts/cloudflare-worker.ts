/**
 * The entry of the function on Cloudflare. The adapter's own hands over no clock, and puts something of its own in the
 * place of `locals.runtime`.
 */
import { createApp } from 'astro/app/entrypoint'

interface Context {
  waitUntil(work: Promise<unknown>): void
}

const app = createApp({ streaming: false })

/** Files are sent before a request comes here. */
const answer = (request: Request, context: Context): Promise<Response> =>
  app.render(request, {
    routeData: app.match(request),
    locals: { cfContext: context } as App.Locals,
    clientAddress: request.headers.get('cf-connecting-ip') ?? '',
    addCookieHeader: true,
  })

export default {
  fetch: (request: Request, _env: unknown, context: Context) => answer(request, context),
  async scheduled(_event: unknown, env: Record<string, string>, context: Context) {
    const headers = { authorization: `Bearer ${env.SCHEDULE_SECRET}` }
    const { status } = await answer(new Request(new URL('/api/runde', env.PUBLIC_URL), { headers }), context)
    if (status !== 200) throw new Error(`expected 200 from /api/runde, got ${status}`)
  },
}
