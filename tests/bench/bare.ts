/**
 * What the intake is measured against: `node bare.ts FOLDER`. It takes a post, writes it down with the durability that
 * we promise (WAL, synchronous FULL, one commit each), and leads on. It checks, seals and follows up nothing.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const database = new DatabaseSync(join(process.argv[2] ?? '', 'bare.sqlite'))
database.exec('pragma journal_mode=WAL; pragma synchronous=FULL')
database.exec('create table posts (id integer primary key, body text not null)')
const insert = database.prepare('insert into posts (body) values (?)')

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    insert.run(String(Buffer.concat(parts)))
    response.writeHead(303, { location: '/takk/', 'content-length': 0 }).end()
  })
})
server.listen(0, '127.0.0.1', () =>
  console.log(JSON.stringify({ msg: 'serving', port: (server.address() as AddressInfo).port })),
)
