/** The audit log: `npm run audit -- head`, `verify [--head HASH]`, `show TABLE ROW`. */
import { type AuditHead, getAuditHead, listAuditLines } from '#db/audit.ts'
import { verifyAudit } from '#db/audit-verify.ts'
import { type Act, runAct } from './act.ts'
import { readTyped } from './arguments.ts'
import { progress } from './progress.ts'

const usage = `usage:
  npm run audit -- head
  npm run audit -- verify [--head HASH]
  npm run audit -- show TABLE ROW`

function readArguments(): Act {
  const { positionals, values } = readTyped(usage, {
    allowPositionals: true,
    options: { head: { type: 'string' } },
  })
  const [name, table, row, ...rest] = positionals
  if (name === 'head' && !table) return async ({ db, now }) => say(now().toString(), await getAuditHead(db))
  if (name === 'verify' && !table) return verify(values.head)
  if (name === 'show' && table && row && rest.length === 0) return show(table, row)
  throw new Error(
    `expected head, verify or show TABLE ROW, got ${positionals.join(' ') || 'nothing'}\n${usage}`,
  )
}

function verify(noted: string | undefined): Act {
  if (noted !== undefined && !/^[0-9a-f]{64}$/.test(noted))
    throw new Error(`--head: expected 64 hexadecimal digits, got ${noted}\n${usage}`)
  return async ({ db }) => {
    const { number } = await getAuditHead(db)
    const show = progress('lines')
    const { end, problem } = await verifyAudit(db, {
      noted,
      progress: (done) => show(Math.min(done, number), number),
    })
    if (problem) throw new Error(`The audit log does not hold after line ${end.number}: ${problem}.`)
    const passed = noted ? ', through the head that was noted' : ''
    return `The audit log holds from its first line to line ${end.number}${passed}.\n${end.hash}`
  }
}

function show(table: string, row: string): Act {
  return async ({ db }) => {
    const lines = await listAuditLines(db, { table, row })
    if (lines.length === 0) return `Nobody has read or changed ${table} ${row}, or there is no such row.`
    return lines
      .map(({ number, at, actor, act }) => `${number}  ${at}  ${act.padEnd(10)} ${actor}`)
      .join('\n')
  }
}

/** A line to keep elsewhere: when, how many lines, and the hash that pins them all. */
const say = (at: string, { number, hash }: AuditHead) => `${at.slice(0, 10)} ${number} ${hash}`

await runAct(readArguments)
