import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { checkLinks } from '#publish/check-links.ts'
import { readContentFiles } from '#publish/content-files.ts'
import { listLinks } from '#publish/links.ts'
import { findPublicAddresses } from '#publish/public-host.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function listen(answer: RequestListener): Promise<string> {
  const started = createServer(answer)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  const address = started.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port, got none')
  return `http://127.0.0.1:${address.port}`
}

const here = [{ address: '127.0.0.1', family: 4 }]
const patient = { timeout: 20_000, pauses: [10, 20] }

describe('a link', () => {
  test('is told alive or gone or neither by what its host answers', async () => {
    const asked: string[] = []
    const origin = await listen(({ url = '', method }, response) => {
      asked.push(`${method} ${url}`)
      const before = asked.filter((each) => each === `${method} ${url}`).length - 1
      const end = (status: number, headers = {}) => response.writeHead(status, headers).end('body')
      if (url === '/moved') return end(301, { location: '/fine' })
      if (url === '/gone') return end(410)
      if (url === '/busy') return end(before === 0 ? 429 : 200, { 'retry-after': '0' })
      if (url === '/ill') return end(503)
      if (url === '/no-programs') return end(403)
      if (url === '/no-head') return end(method === 'HEAD' ? 405 : 200)
      if (url === '/lying-head') return end(method === 'HEAD' ? 404 : 200)
      return end(url === '/fine' ? 200 : 404)
    })
    const paths = 'fine moved missing gone busy ill no-programs no-head lying-head'.split(' ')
    const outcomes = await checkLinks(
      paths.map((path) => `${origin}/${path}`),
      patient,
    )
    const said = outcomes.map(
      ({ url, state, reason }) => `${new URL(url).pathname.slice(1)}: ${state} ${reason}`,
    )
    expect(said.map((line) => line.trim())).toEqual([
      'fine: alive',
      'moved: alive',
      'missing: gone svarer 404',
      'gone: gone svarer 410',
      'busy: alive',
      'ill: unanswered svarer 503',
      'no-programs: refused svarer 403',
      'no-head: alive',
      'lying-head: alive',
    ])
    expect(asked.filter((each) => each === 'GET /ill')).toHaveLength(patient.pauses.length + 1)
    expect(asked.filter((each) => each === 'GET /no-programs')).toHaveLength(1)
    expect(asked).not.toContain('GET /fine/')
  })

  test('is never asked inside the network of the server, not even when another host leads there', async () => {
    const asked: string[] = []
    const origin = await listen(({ url = '' }, response) => {
      asked.push(url)
      response.writeHead(302, { location: origin.replace('127.0.0.1', 'localhost') }).end()
    })
    const inside = [origin, origin.replace('127.0.0.1', 'localhost'), origin.replace('127.0.0.1', '[::1]')]
    for (const address of [...inside, origin.replace('127.0.0.1', '2130706433')]) {
      const [outcome] = await checkLinks([`${address}/`], { ...patient, find: findPublicAddresses })
      expect(outcome).toMatchObject({ state: 'refused', reason: 'ligger ikke på det åpne nettet' })
    }
    expect(asked).toEqual([])
    for (const host of ['169.254.169.254', '10.1.2.3', '192.168.0.1', '[fd00::1]', '[::ffff:10.0.0.1]'])
      expect(await findPublicAddresses(host), host).toEqual([])
    for (const host of ['93.184.216.34', '[2a02:1800::1]', '172.32.0.1'])
      expect(await findPublicAddresses(host), host).toHaveLength(1)

    const find = async (hostname: string) => (hostname === '127.0.0.1' ? here : [])
    const [led] = await checkLinks([`${origin}/led`], { ...patient, find })
    expect(led).toMatchObject({ state: 'refused' })
    expect(asked).toEqual(['/led'])
  })

  test('is asked at the address that was found, and its name is not looked up again', async () => {
    const hosts: (string | undefined)[] = []
    const origin = await listen(({ headers }, response) => {
      hosts.push(headers.host)
      response.end()
    })
    const host = `changes-its-mind.invalid:${new URL(origin).port}`
    const [outcome] = await checkLinks([`http://${host}/`], { ...patient, find: async () => here })
    expect(outcome).toMatchObject({ state: 'alive' })
    expect(hosts).toEqual([host])
  })

  test('is told by the head of the answer, however long the rest of it is', async () => {
    let sent = 0
    const origin = await listen(({ method }, response) => {
      if (method === 'HEAD') return response.writeHead(405).end()
      const pour = () => {
        while (!response.destroyed && sent < 1e9 && response.write(Buffer.alloc(100_000))) sent += 100_000
      }
      return response.on('drain', pour).on('error', () => {}) && pour()
    })
    const [outcome] = await checkLinks([`${origin}/`], patient)
    expect(outcome).toMatchObject({ state: 'alive' })
    expect(sent).toBeLessThan(20_000_000)
  })

  test('to a host that nobody answers for is unanswered, never gone', async () => {
    const origin = await listen(() => {})
    server?.close()
    const [outcome] = await checkLinks([`${origin}/`], patient)
    expect(outcome).toMatchObject({ state: 'unanswered', reason: 'ingen kontakt (ECONNREFUSED)' })
  })

  test('is not asked when the three before it at its host got no answer', async () => {
    let asked = 0
    const origin = await listen(() => {
      asked += 1
    })
    const urls = Array.from({ length: 6 }, (_, index) => `${origin}/${index}`)
    const outcomes = await checkLinks(urls, { timeout: 300, pauses: [] })
    expect(outcomes.map(({ state, reason }) => `${state}: ${reason}`).slice(2, 4)).toEqual([
      'unanswered: svarte ikke i tide',
      'unanswered: verten svarer ikke nå',
    ])
    expect(asked).toBe(6)
  })

  test('waits for its turn at its host', async () => {
    let open = 0
    let most = 0
    const origin = await listen((_, response) => {
      open += 1
      most = Math.max(most, open)
      setTimeout(() => {
        open -= 1
        response.end()
      }, 5)
    })
    const urls = Array.from({ length: 12 }, (_, index) => `${origin}/${index}`)
    expect(await checkLinks(urls, patient)).toHaveLength(12)
    expect(most).toBe(1)
  })

  test('keeps nobody who gives up, also when its host never answers', async () => {
    const giving = new AbortController()
    const origin = await listen(() => giving.abort(new Error('the server stops')))
    const asked = checkLinks([`${origin}/`], { timeout: 600_000, signal: giving.signal })
    await expect(asked).rejects.toThrow('the server stops')
  })
})

test('the links of the content are those of prose, fields and cited laws, each with its files', async () => {
  const links = listLinks(await readContentFiles('content', 'fjordvik'))
  const avlastning = 'content/pages/nb/rights/avlastning.mdx'
  expect(links.get('https://lovdata.no/lov/2011-06-24-30/§3-6')).toContain(avlastning)
  const fields = 'https://www.helsenorge.no/nn/parorende/parorendes-rettigheter'
  expect(links.get(fields)).toContain(avlastning)
  expect([...links.keys()].filter((url) => !/^https:\/\/[^#\s]+$/.test(url))).toEqual([])
  expect([...links.values()].flat().some((file) => file.includes('/hamar/'))).toBe(false)
})
