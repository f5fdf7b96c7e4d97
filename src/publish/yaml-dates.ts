/**
 * Days that no calendar has, found in the text of a file. It must be done before anybody parses it: YAML reads an
 * unquoted 2026-02-30 as a date and hands over 2 March, without a word (YAML 1.1, type timestamp).
 */
import { Temporal } from 'temporal-polyfill'
import { isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml'
import { longDate } from '#calendar/norwegian.ts'
import type { Problem } from '#editorial/mdx.ts'

/** A day that is none, and the way down to its field. */
interface DateProblem extends Problem {
  readonly field: readonly (string | number)[]
}

/**
 * @param text YAML; a file that is not is left to those who parse it
 * @example checkDates('rule:\n  firstDate: 2026-02-30')
 * // [{ line: 2, field: ['rule', 'firstDate'], message: '2026-02-30 finnes ikke i kalenderen. Nærmeste er …' }]
 */
export function checkDates(text: string): DateProblem[] {
  const lineCounter = new LineCounter()
  const problems: DateProblem[] = []
  visit(parseDocument(text, { lineCounter }), {
    Scalar(_key, node, path) {
      const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)([Tt\s].*)?$/.exec(node.source ?? '') ?? []
      if (node.type !== 'PLAIN' || !year) return
      const nearest = Temporal.PlainDate.from({
        year: +year,
        month: +(month ?? 0) || 1,
        day: +(day ?? 0) || 1,
      })
      const written = `${year}-${month}-${day}`
      if (nearest.toString() === written) return
      const field = fieldOf([...path, node] as Node[])
      const message = `${written} finnes ikke i kalenderen. Nærmeste er ${longDate(nearest)} (${nearest})`
      problems.push({ line: lineCounter.linePos(node.range?.[0] ?? 0).line, field, message })
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
