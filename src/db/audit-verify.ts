/** Walks the chain of the audit log from its first line to its head and says where it does not hold. */
import { type AuditHead, chainedHash, emptyHead, getAuditHead, listLinesAfter } from './audit.ts'
import type { Database } from './engine.ts'

export interface Verified {
  /** The end of the chain as far as it holds. */
  readonly end: AuditHead
  /** Where and how the chain breaks, in English, without anything about people. */
  readonly problem: string | undefined
}

/**
 * @param noted a head that was kept elsewhere; the chain must end in it or pass through it
 * @param progress called after each page with the number of the line that was read last
 */
export async function verifyAudit(
  db: Database,
  { noted, progress = () => {} }: { noted?: string | undefined; progress?: (number: number) => void } = {},
): Promise<Verified> {
  // First, so that lines added meanwhile are after the head and not missing before it.
  const head = await getAuditHead(db)
  let end = emptyHead
  let atHead = head.number === 0 ? emptyHead.hash : undefined
  let passedNoted = noted === undefined || noted === emptyHead.hash
  for (;;) {
    const page = await listLinesAfter(db, end.number, 1000)
    for (const line of page) {
      if (line.number !== end.number + 1)
        return {
          end,
          problem: `expected line ${end.number + 1}, got line ${line.number}: lines were removed`,
        }
      if (line.hash !== chainedHash(end.hash, line))
        return {
          end,
          problem: `expected line ${line.number} as it was written after line ${end.number}, got another: it or its hash was changed, or lines were removed, inserted or moved here`,
        }
      end = { number: line.number, hash: line.hash }
      if (end.number === head.number) atHead = end.hash
      passedNoted ||= end.hash === noted
    }
    progress(end.number)
    if (page.length < 1000) break
  }
  if (atHead !== head.hash)
    return {
      end,
      problem: `expected line ${head.number} as the head of the log says, got an end at line ${end.number}: lines were removed from the end, or the head was changed`,
    }
  if (!passedNoted)
    return {
      end,
      problem: `expected a chain that passes through ${noted}, got one that does not: lines up to that head were removed, or the whole chain was made anew`,
    }
  return { end, problem: undefined }
}
