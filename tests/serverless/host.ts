/**
 * Stands in for a host: `node host.ts netlify FOLDER PORT`. Sends the files of a build with the headers that it asks
 * the host to send, and hands every other request to the built function, as the host's own documents say.
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { getContentType } from '#publish/file-kind.ts'

type Answer = (request: Request, address: string) => Promise<Response>
interface Stand {
  readonly files: string
  readonly headers: () => Promise<Record<string, string>>
  readonly load: () => Promise<Answer>
}

const [name = '', folder = '', port = ''] = process.argv.slice(2)
const load = async (file: string) => (await import(pathToFileURL(join(folder, file)).href)).default
const json = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'))

const stands: Readonly<Record<string, Stand>> = {
  netlify: {
    files: 'dist/netlify',
    headers: async () => {
      const [, lines = ''] = (await readFile(join(folder, 'dist/netlify/_headers'), 'utf8')).split('\n/*\n')
      return Object.fromEntries(
        [...lines.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, key, value]) => [key, value]),
      )
    },
    load: async () => {
      const answer = await load('.netlify/v1/functions/ssr/ssr.mjs')
      // https://docs.netlify.com/build/functions/api/#netlify-specific-context-object
      return (request, ip) => answer(request, { ip, waitUntil: (work: Promise<unknown>) => void work })
    },
  },
  vercel: {
    files: '.vercel/output/static',
    headers: async () => {
      const { routes } = await json('.vercel/output/config.json')
      return routes.find(({ src }: { src: string }) => src === '/.*').headers
    },
    load: async () => {
      const home = '.vercel/output/functions/_render.func'
      const { fetch: answer } = await load(join(home, (await json(`${home}/.vc-config.json`)).handler))
      return (request, address) => {
        request.headers.set('x-forwarded-for', address)
        return answer(request)
      }
    },
  },
}

const stand = stands[name]
if (!stand) throw new Error(`expected one of ${Object.keys(stands).join(', ')}, got ${name}`)
const [headers, answer] = [await stand.headers(), await stand.load()]

async function respond(request: Request, address: string): Promise<Response> {
  const { pathname } = new URL(request.url)
  const file = join(folder, stand?.files ?? '', pathname.endsWith('/') ? `${pathname}index.html` : pathname)
  const bytes = request.method === 'GET' ? await readFile(file).catch(() => undefined) : undefined
  if (!bytes) return answer(request, address)
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, 'content-type': getContentType(file) },
  })
}

const server = createServer(async (message, response) => {
  const { method = 'GET' } = message
  const body = method === 'GET' || method === 'HEAD' ? null : Readable.toWeb(message)
  const url = `http://127.0.0.1:${port}${message.url}`
  const init = { method, headers: message.headers as HeadersInit, body, duplex: 'half' }
  const answered = await respond(new Request(url, init as RequestInit), '203.0.113.9')
  response.statusCode = answered.status
  for (const [key, value] of answered.headers) if (key !== 'set-cookie') response.setHeader(key, value)
  response.setHeader('set-cookie', answered.headers.getSetCookie())
  response.end(Buffer.from(await answered.arrayBuffer()))
})
server.listen(Number(port), '127.0.0.1', () => console.log('listening'))
