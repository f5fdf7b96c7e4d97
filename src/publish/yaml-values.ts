/**
 * Values that are others than they seem. A day that no calendar has must be found before anybody parses the file: YAML
 * reads an unquoted 2026-02-30 as a date and hands over 2 March, without a word (YAML 1.1, type timestamp). And it has
 * ways to write a sign that is not there to be seen: "\\0".
 */
import { Temporal } from 'temporal-polyfill'
import { isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml'
import { longDate } from '#calendar/norwegian.ts'
import type { Problem } from '#editorial/mdx.ts'
import { hasUnseen, unseen } from '#editorial/unseen.ts'

/** What is wrong with a value, and the way down to its field. */
interface ValueProblem extends Problem {
  readonly field: readonly (string | number)[]
}

/**
 * @param text YAML; a file that is not is left to those who parse it
 * @example checkValues('rule:\n  firstDate: 2026-02-30')
 * // [{ line: 2, field: ['rule', 'firstDate'], message: '2026-02-30 finnes ikke i kalenderen. Nærmeste er …' }]
 */
export function checkValues(text: string): ValueProblem[] {
  const lineCounter = new LineCounter()
  const problems: ValueProblem[] = []
  visit(parseDocument(text, { lineCounter }), {
    Scalar(_key, node, path) {
      const refuse = (message: string) => {
        const { line } = lineCounter.linePos(node.range?.[0] ?? 0)
        problems.push({ line, field: fieldOf([...path, node] as Node[]), message })
      }
      if (typeof node.value === 'string' && hasUnseen(node.value)) refuse(unseen)
      const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)([Tt\s].*)?$/.exec(node.source ?? '') ?? []
      if (node.type !== 'PLAIN' || !year) return
      const nearest = Temporal.PlainDate.from({
        year: +year,
        month: +(month ?? 0) || 1,
        day: +(day ?? 0) || 1,
      })
      const written = `${year}-${month}-${day}`
      if (nearest.toString() === written) return
      refuse(`${written} finnes ikke i kalenderen. Nærmeste er ${longDate(nearest)} (${nearest})`)
    },
  })
  return problems
}

/** @param path from the document down to the value */
function fieldOf(path: readonly (Node | Pair)[]): (string | number)[] {
  return path.flatMap((each, index): (string | number)[] => {
    if (isPair(each)) return isScalar(each.key) ? [String(each.key.value)] : []
    const next = path[index + 1]
    return isSeq(each) && next ? [each.items.indexOf(next)] : []
  })
}
