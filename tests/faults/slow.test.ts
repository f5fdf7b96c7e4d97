/** Connections that send and read a drop at a time, as on a bad line, or as somebody does who means harm. */
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { startSite } from '../site-server.ts'
import { filledIn, formPages, wordOf } from './filled-in.ts'
import { patience, say, size } from './size.ts'

/** What each kind has said when it falls nearly silent. */
const beginnings = [
  '',
  'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ',
  'POST /ta-en-kaffe/ HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\nname=',
  // These never read what they ask for.
  'GET / HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(20),
]

test(`${size.slowConnections} slow connections do not stop a healthy one`, {
  timeout: patience,
}, async () => {
  const site = await startSite('fjordvik')
  onTestFinished(site.stop)
  const port = Number(new URL(site.origin).port)
  const sockets: Socket[] = []
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
  })
  for (let each = 0; each < size.slowConnections; each++) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    socket.pause()
    socket.write(beginnings[each % beginnings.length] ?? '')
    sockets.push(socket)
  }
  const dripping = setInterval(() => {
    for (const [each, socket] of sockets.entries())
      if ([1, 2].includes(each % beginnings.length) && socket.writable) socket.write('x')
  }, 200)
  onTestFinished(() => clearInterval(dripping))
  await wait(1000)
  expect(sockets.filter((socket) => !socket.destroyed)).toHaveLength(size.slowConnections)

  const waited: number[] = []
  for (const [number, page] of formPages.filter(({ form }) => !form.furtherTo).entries()) {
    const body = new URLSearchParams(filledIn(page, wordOf(number)))
    for (const init of [{}, { method: 'POST', body, redirect: 'manual' }] as const) {
      const started = performance.now()
      const answer = await fetch(site.origin + page.path, init)
      await answer.text()
      waited.push(performance.now() - started)
      expect([page.path, answer.status]).toEqual([page.path, 'method' in init ? 303 : 200])
    }
  }
  say(`the slowest healthy answer took ${Math.max(...waited).toFixed(0)} ms`)
  // A slow one may hold its connection for ten seconds: nobody waits for that.
  expect(Math.max(...waited)).toBeLessThan(8000)
})
