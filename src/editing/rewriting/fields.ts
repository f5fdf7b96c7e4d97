/**
 * Puts changed values into the YAML of a file, and leaves every other byte as it was: comments, order, quotes, folded
 * lines. The CMS knows the values alone, and would write all of them anew in a style of its own.
 */
import {
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Schema } from '../cms/schema.ts'
import { align } from './align.ts'
import { renderValue } from './render.ts'
import { inside, isValues, orderOf, same, tidy, type Value, type Values } from './tidy.ts'

/** The text between two offsets is to be another. */
interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

type KnownPair = Pair<Scalar, unknown>

/**
 * @param before the file as it is
 * @param values all the fields as they shall be
 * @returns `before` itself when it says the same
 */
export function rewriteFields(before: string, values: Values, schema: Schema): string {
  const wanted = (tidy(values, [schema]) ?? {}) as Values
  const anew = `${renderValue(wanted, [schema])}\n`
  const document = parseDocument(before)
  const { contents } = document
  if (document.errors.length > 0 || !isMap(contents) || contents.flow) return anew
  const known = contents.toJSON() as Values
  if (same(known, wanted, [schema])) return before
  const edits: Edit[] = []
  patchMap({ text: before, edits }, contents as YAMLMap<Scalar>, known, wanted, [schema])
  const after = applyEdits(before, edits)
  const read = parseDocument(after)
  return read.errors.length === 0 && same(read.toJSON() as Values, wanted, [schema]) ? after : anew
}

/** From the end, so that offsets stay true. At one place what is taken away goes first, and what was put last goes first. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  const order = edits.map((edit, index) => ({ ...edit, index }))
  order.sort((a, b) => b.from - a.from || b.to - a.to || b.index - a.index)
  return order.reduce((all, { from, to, text }) => all.slice(0, from) + text + all.slice(to), text)
}

interface Work {
  readonly text: string
  readonly edits: Edit[]
}

function patchMap(
  work: Work,
  map: YAMLMap<Scalar>,
  before: Values,
  after: Values,
  schemas: readonly Schema[],
): void {
  const { text, edits } = work
  const pairs = map.items as KnownPair[]
  const order = orderOf(schemas)
  const column = columnOf(text, startOf(pairs[0] as KnownPair))
  for (const [index, pair] of pairs.entries()) {
    const name = String(pair.key.value)
    const [was, will] = [before[name], after[name]]
    const schema = inside(schemas, name)
    if (same(was, will, schema)) continue
    if (will === undefined) edits.push(removal(text, pair, pairs[index + 1]))
    else if (!patchValue(work, pair.value, was, will, schema))
      edits.push({
        from: startOf(pair),
        to: endOf(text, pair),
        text: indent(renderValue({ [name]: will }, schemas), column),
      })
  }
  const added = Object.keys(after).filter((name) => !pairs.some((pair) => String(pair.key.value) === name))
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  for (const name of added.sort((a, b) => place(a) - place(b))) {
    const rendered = indent(renderValue({ [name]: after[name] as Value }, schemas), column)
    const above = pairs.findLast((pair) => place(String(pair.key.value)) < place(name))
    edits.push(
      above
        ? below(text, endOf(text, above), rendered, column)
        : ahead(startOf(pairs[0] as KnownPair), rendered, column),
    )
  }
}

/** @returns false when the whole field has to be written anew */
function patchValue(
  work: Work,
  node: unknown,
  was: Value | undefined,
  will: Value,
  schemas: readonly Schema[],
): boolean {
  if (isMap(node) && !node.flow && node.items.length > 0 && isValues(was) && isValues(will))
    patchMap(work, node as YAMLMap<Scalar>, was, will, schemas)
  else if (isSeq(node) && node.items.length > 0 && Array.isArray(was) && Array.isArray(will)) {
    const whole =
      node.items.length === was.length && was.every((each) => tidy(each, inside(schemas)) !== undefined)
    if (!whole) return false
    if (node.flow) return patchLine(work, node as YAMLSeq, was, will, schemas)
    return patchList(work, node as YAMLSeq, was, will, schemas)
  } else if (isScalar(node) && node.range && node.value !== null && typeof will !== 'object') {
    const folded = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL'
    if (folded || String(will).includes('\n')) return false
    work.edits.push({
      from: node.range[0],
      to: endOf(work.text, node),
      text: renderValue(will, schemas, node),
    })
  } else return false
  return true
}

/** `[a, b]`: what the two have in common at both ends stays as it is. */
function patchLine(
  { edits, text }: Work,
  list: YAMLSeq,
  was: readonly Value[],
  will: readonly Value[],
  schemas: readonly Schema[],
): boolean {
  const items = inside(schemas)
  const nodes = list.items as Scalar[]
  if (!nodes.every((each) => isScalar(each)) || text.slice(list.range?.[0], list.range?.[1]).includes('#'))
    return false
  let head = 0
  while (head < Math.min(was.length, will.length) && was[head] === will[head]) head++
  let tail = 0
  while (tail < Math.min(was.length, will.length) - head && was.at(-1 - tail) === will.at(-1 - tail)) tail++
  const words = will.slice(head, will.length - tail).map((each) => inLine(each, items))
  const from = head > 0 ? endOf(text, nodes[head - 1]) : (list.range?.[0] ?? 0) + 1
  const to = tail > 0 ? (nodes[nodes.length - tail]?.range?.[0] ?? 0) : endOf(text, nodes.at(-1))
  const lead = head > 0 && words.length > 0 ? ', ' : ''
  const trail = tail > 0 && (words.length > 0 || head > 0) ? ', ' : ''
  edits.push({ from, to, text: `${lead}${words.join(', ')}${trail}` })
  return true
}

const inLine = (value: Value, schemas: readonly Schema[]): string => {
  const written = renderValue(value, schemas)
  return /[[\]{},]/.test(written) && !written.startsWith('"') ? JSON.stringify(value) : written
}

function patchList(
  work: Work,
  list: YAMLSeq,
  was: readonly Value[],
  will: readonly Value[],
  schemas: readonly Schema[],
): boolean {
  const { text, edits } = work
  const items = inside(schemas)
  const nodes = list.items as Scalar[]
  const dashes = nodes.map((node) => text.lastIndexOf('-', (node.range?.[0] ?? 0) - 1))
  const clean = dashes.every(
    (at, index) =>
      /^\s*$/.test(text.slice(lineStart(text, at), at)) &&
      /^-\s+$/.test(text.slice(at, nodes[index]?.range?.[0])),
  )
  if (!clean) return false
  const column = columnOf(text, dashes[0] as number)
  const write = (value: Value) => `- ${indent(renderValue(value, items), column + 2)}`
  let above = -1
  for (const { at, value } of align(was, will, (a, b) => same(a, b, items))) {
    if (at === undefined) {
      const rendered = write(value as Value)
      edits.push(
        above >= 0
          ? below(text, endOf(text, nodes[above]), rendered, column)
          : ahead(dashes[0] as number, rendered, column),
      )
      continue
    }
    above = at
    const node = nodes[at]
    if (value === undefined)
      edits.push({
        from: lineStart(text, dashes[at] as number),
        to: lineEnd(text, endOf(text, node)),
        text: '',
      })
    else if (!same(was[at], value, items) && !patchValue(work, node, was[at], value, items))
      edits.push({ from: dashes[at] as number, to: endOf(text, node), text: write(value) })
  }
  return true
}

function removal(text: string, pair: KnownPair, next: KnownPair | undefined): Edit {
  const from = startOf(pair)
  const line = lineStart(text, from)
  // The first field of an item stands behind its dash, which stays for the next.
  if (next && text.slice(line, from).trim() !== '') return { from, to: startOf(next), text: '' }
  return { from: line, to: lineEnd(text, endOf(text, pair)), text: '' }
}

/** On lines of its own, after the line where something ends. */
function below(text: string, end: number, rendered: string, column: number): Edit {
  const at = lineEnd(text, end)
  const begin = text[at - 1] === '\n' ? '' : '\n'
  return { from: at, to: at, text: `${begin}${' '.repeat(column)}${rendered}\n` }
}

/** Right in front of something, which moves to a line of its own. */
const ahead = (at: number, rendered: string, column: number): Edit => ({
  from: at,
  to: at,
  text: `${rendered}\n${' '.repeat(column)}`,
})

const startOf = (pair: KnownPair): number => pair.key.range?.[0] ?? 0

/** Behind the last sign of a node or pair; the comments that a collection ends with belong to what follows. */
function endOf(text: string, part: unknown): number {
  const { key, value, items, flow, range } = part as Partial<KnownPair & YAMLSeq & Scalar>
  if (key) {
    const colon = text.indexOf(':', key.range?.[1] ?? 0) + 1
    return Math.max(colon, value ? endOf(text, value) : colon)
  }
  if (items && items.length > 0 && !flow) return endOf(text, items.at(-1))
  return text.slice(0, range?.[1] ?? 0).trimEnd().length
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1
const lineEnd = (text: string, at: number) => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}
const columnOf = (text: string, at: number) => at - lineStart(text, at)

/** Every line but the first, which goes behind something. Empty lines stay empty. */
const indent = (text: string, column: number) => text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(column)}`)
