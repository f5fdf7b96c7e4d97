/** A site of a few files, written by hand, and a server on a port of its own: what the server's tests look at. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { writeWithTwins } from '#publish/compress.ts'
import { listen, type SiteServer } from '#server/listen.ts'
import { createLog } from '#server/log.ts'
import { loadSite } from '#server/site.ts'

const page = (title: string, head = '') =>
  `<!doctype html><html lang="nb"><head><title>${title}</title><style>p{color:red}</style>${head}</head><body><p>${title} – blåbær. ${'Ro. '.repeat(200)}</p></body></html>`

const files: Readonly<Record<string, string>> = {
  'index.html': page('Forside'),
  'rettigheter/avlastning/index.html': page('Avlastning'),
  'infoskjerm/index.html': page('Skjerm', '<script src="/_assets/skjerm.a1.js"></script>'),
  'barn/index.html': page(
    'Barn',
    '<script type="module">leave()</script><script type="application/ld+json">{"a":1}</script>',
  ),
  'kafe/etter-pa.ics': `BEGIN:VCALENDAR\r\n${'X-TEST:1\r\n'.repeat(50)}END:VCALENDAR\r\n`,
  'kalender.json': JSON.stringify({ dates: [] }),
  '_assets/skjerm.a1.js': `console.log(${'1,'.repeat(300)}1)`,
  'bilde.png': 'not really a picture',
  '404.html': page('Finner ikke siden'),
  '500.html': page('Noe gikk galt hos oss'),
  'feil/413/index.html': page('Skjemaet ble for langt. Ring 90 90 48 48'),
  'feil/403/index.html': page('Vi tok ikke imot skjemaet'),
}

/** Stands in for Astro's bundle: pages that a test can ask to be slow, broken or curious. */
const entry = `
export async function render(request, locals, clientAddress) {
  const { pathname, searchParams } = new URL(request.url)
  const answers = {
    '/skjema/': async () => new Response('Takk for ' + (request.method === 'POST' ? await request.text() : 'ingenting'), {
      headers: { 'content-type': 'text/html', 'set-cookie': 'a=1; HttpOnly' } }),
    '/hvem/': () => Response.json({ client: clientAddress, url: request.url, headers: Object.fromEntries(request.headers) }),
    '/koordinator/': () => new Response(request.url),
    '/lang/': () => new Response('Lang side. '.repeat(500), { headers: { 'content-type': 'text/html' } }),
    '/aldri/': () => new Promise(() => {}),
    '/treg/': async () => { await new Promise((resolve) => setTimeout(resolve, 400)); return new Response('ferdig') },
    '/feiler/': () => { throw new TypeError('hemmelig Kari') },
    '/nektet/': () => new Response(null, { status: 403 }),
    '/borte/': () => new Response(null, { status: 404 }),
  }
  const answer = answers[pathname] ?? (pathname.startsWith('/bekreft/') ? () => new Response('ok') : undefined)
  return answer && { route: pathname.startsWith('/bekreft/') ? '/bekreft/[token]' : pathname, response: await answer() }
}
`

export interface SmallSite extends SiteServer {
  readonly folder: string
  readonly lines: string[]
  /** fetch, on this server. */
  get(path: string, init?: RequestInit): Promise<Response>
  /** Sends bytes as they are, and gives everything that came back. */
  raw(bytes: string): Promise<string>
  remove(): Promise<void>
}

/** @returns the folder, as `npm run build` would have made it */
export async function writeSmallSite(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'small-site-'))
  const make = async (path: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    return join(folder, path)
  }
  for (const [path, content] of Object.entries(files))
    await writeWithTwins(await make(`client/${path}`), Buffer.from(content))
  await writeFile(await make('server/entry.mjs'), entry)
  return folder
}

type Options = Partial<Parameters<typeof listen>[0]> & {
  publicUrl?: string
  staffUrl?: string
  trustedProxy?: string[]
}

export async function openSmallSite({
  publicUrl,
  staffUrl,
  trustedProxy = [],
  ...more
}: Options = {}): Promise<SmallSite> {
  const folder = await writeSmallSite()
  const lines: string[] = []
  const to = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const environment = {
    port: 0,
    host: '127.0.0.1',
    publicUrl: publicUrl ? new URL(publicUrl) : undefined,
    staffUrl: staffUrl ? new URL(staffUrl) : undefined,
    trustedProxy,
  }
  const site = await loadSite(folder)
  const log = createLog({ to, messages: false })
  const server = await listen({ site, environment, log, locals: () => ({}), ...more })
  return {
    ...server,
    folder,
    lines,
    get: (path, init) => fetch(`http://127.0.0.1:${server.port}${path}`, { redirect: 'manual', ...init }),
    async raw(bytes) {
      const socket = connect(server.port, '127.0.0.1')
      socket.write(bytes)
      return text(socket)
    },
    async remove() {
      await server.stop()
      await rm(folder, { recursive: true })
    },
  }
}
