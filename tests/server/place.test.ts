import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSmallSite, type SmallSite } from './small-site.ts'

const publicUrl = 'https://parorende.fjordvik.example'
const staffUrl = 'https://koordinator.fjordvik.example'

/** A request as a proxy passes it on, with the name that the browser used. */
const ask = async (site: SmallSite, host: string, path: string, first = 'GET') => {
  const length = first === 'POST' ? 'Content-Length: 0\r\n' : ''
  const said = await site.raw(
    `${first} ${path} HTTP/1.1\r\nHost: ${host}\r\n${length}Connection: close\r\n\r\n`,
  )
  const [head = '', body = ''] = said.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), location: /^location: (.*)$/im.exec(head)?.[1], body }
}

describe('pages for staff on a host of their own', () => {
  let site: SmallSite
  beforeAll(async () => {
    site = await openSmallSite({ publicUrl, staffUrl })
  })
  afterAll(() => site.remove())

  test('are drawn there, on the address that the browser sees', async () => {
    const page = await ask(site, 'koordinator.fjordvik.example', '/koordinator/')
    expect(page.status).toBe(200)
    expect(page.body).toContain(`${staffUrl}/koordinator/`)
    expect((await ask(site, 'KOORDINATOR.fjordvik.example:443', '/koordinator/')).status).toBe(200)
  })

  test.each(['/koordinator/', '/Koordinator/', '/logg-inn/', '/logg-inn/bekreft/?lenke=x', '/logg-ut/'])(
    '%s on the public host leads to their own, and is not drawn there',
    async (path) => {
      for (const method of ['GET', 'POST'])
        expect(await ask(site, 'parorende.fjordvik.example', path, method)).toMatchObject({
          status: 308,
          location: staffUrl + path,
          body: '',
        })
    },
  )

  test('have the public pages beside them on the public host alone', async () => {
    expect((await ask(site, 'parorende.fjordvik.example', '/')).status).toBe(200)
    expect(await ask(site, 'koordinator.fjordvik.example', '/rettigheter/avlastning/?a=1')).toMatchObject({
      status: 308,
      location: `${publicUrl}/rettigheter/avlastning/?a=1`,
    })
    expect(await ask(site, 'koordinator.fjordvik.example', '/hvem/')).toMatchObject({
      status: 308,
      location: `${publicUrl}/hvem/`,
    })
    expect((await ask(site, 'koordinator.fjordvik.example', '/')).location).toBe('/koordinator/')
  })

  test('share the files that pages load, and what tells whether the server lives', async () => {
    for (const host of ['parorende.fjordvik.example', 'koordinator.fjordvik.example'])
      expect((await ask(site, host, '/_assets/skjerm.a1.js')).status).toBe(200)
    for (const host of ['parorende.fjordvik.example', '10.0.0.7:4321'])
      expect((await ask(site, host, '/healthz')).status).toBe(200)
  })

  test.each(['evil.example', '127.0.0.1:4321', 'koordinator.fjordvik.example.evil.example'])(
    'a host that is neither, %s, is not ours',
    async (host) => {
      for (const path of ['/', '/koordinator/', '/skjema/'])
        expect((await ask(site, host, path)).status).toBe(421)
    },
  )
})

test('without a host of their own they are where the public is, whatever host a proxy names', async () => {
  const site = await openSmallSite({ publicUrl })
  const page = await ask(site, 'internal.example', '/koordinator/')
  await site.remove()
  expect(page.status).toBe(200)
  expect(page.body).toContain(`${publicUrl}/koordinator/`)
})
