/** Posts as fast as the answers come, over connections that stay open and hold one post at a time each. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface Pace {
  /** Answers in a second. */
  readonly perSecond: number
  /** Milliseconds that all but one of a hundred waited at most. */
  readonly p99: number
}

interface Load {
  readonly port: number
  readonly path: string
  readonly connections: number
  readonly posts: number
  /** The next body: an urlencoded form, never the same twice. */
  readonly body: () => string
}

/** @throws when a post gets another answer than 303 */
export async function load({ port, path, connections, posts, body }: Load): Promise<Pace> {
  const waited: number[] = []
  let left = posts
  const started = performance.now()
  await Promise.all(Array.from({ length: connections }, keepPosting))
  const seconds = (performance.now() - started) / 1000
  waited.sort((a, b) => a - b)
  return { perSecond: posts / seconds, p99: waited[Math.floor(waited.length * 0.99)] ?? 0 }

  async function keepPosting() {
    const socket = connect(port, '127.0.0.1').setNoDelay()
    await once(socket, 'connect')
    while (left-- > 0) {
      const from = performance.now()
      await post(socket)
      waited.push(performance.now() - from)
    }
    socket.destroy()
  }

  /** By hand: a client of the standard library costs as much as a server, on the same cores. */
  function post(socket: Socket): Promise<void> {
    const text = body()
    const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n`
    return new Promise((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        answer += chunk
        if (!answer.includes('\r\n\r\n')) return
        socket.off('data', hear)
        const isWhole = /^HTTP\/1\.1 303 /.test(answer) && /\r\ncontent-length: 0\r\n/i.test(answer)
        if (isWhole) resolve()
        else reject(new Error(`expected 303 with nothing after its head, got:\n${answer.slice(0, 500)}`))
      }
      let answer = ''
      socket.on('data', hear)
      socket.write(head + text)
    })
  }
}
