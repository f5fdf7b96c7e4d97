/** Fields as YAML in the one style of our files, for what is new in them. */
import { Document, isScalar, type Node, type Scalar, visit } from 'yaml'
import { openField, type Schema } from '../cms/schema.ts'
import { inside, isValues, orderOf, type Value } from './tidy.ts'

const style = { lineWidth: 0, flowCollectionPadding: false, indentSeq: true } as const

/**
 * Plain texts that YAML 1.1 reads as something else. The build reads our files with such a parser: 12:00 would be 720,
 * and a day would be an instant.
 */
const misread =
  /^([yn]|yes|no|on|off|true|false|null|~|=|<<|[-+]?(\d[\d_]*|0x[\da-f_]+|0b[01_]+|\.inf)|[-+]?[\d_]*\.[\d_]*(e[-+]?\d+)?|\.nan|[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?|\d{4}-\d\d?-\d\d?([Tt\s].*)?)$/i

/**
 * @param schemas of the value; they decide the order of fields, and which texts are days
 * @param like the value that stood there before, whose quotes are kept
 * @returns without a line break at the end
 */
export function renderValue(value: Value, schemas: readonly Schema[], like?: Scalar): string {
  const document = new Document()
  document.contents = toNode(document, value, schemas)
  if (isScalar(document.contents) && like?.type === 'QUOTE_DOUBLE') document.contents.type = 'QUOTE_DOUBLE'
  return document.toString(style).replace(/\n$/, '')
}

function toNode(document: Document, value: Value, schemas: readonly Schema[]): Node {
  const node = document.createNode(inOrder(value, schemas))
  mark(node, value, schemas)
  return node
}

function inOrder(value: Value, schemas: readonly Schema[]): Value {
  if (Array.isArray(value)) return value.map((each) => inOrder(each, inside(schemas)))
  if (!isValues(value)) return value
  const order = orderOf(schemas)
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  const names = Object.keys(value).sort((a, b) => place(a) - place(b))
  return Object.fromEntries(names.map((name) => [name, inOrder(value[name] as Value, inside(schemas, name))]))
}

/** Quotes where a plain text would be misread, and short words on one line. */
function mark(node: Node, value: Value, schemas: readonly Schema[]): void {
  visit(node, {
    Scalar(key, scalar) {
      if (key !== 'key' && typeof scalar.value === 'string' && misread.test(scalar.value))
        scalar.type = 'QUOTE_DOUBLE'
    },
  })
  unquoteDays(node, value, schemas)
}

function unquoteDays(node: unknown, value: Value, schemas: readonly Schema[]): void {
  const collection = node as { items?: readonly unknown[]; flow?: boolean }
  if (Array.isArray(value)) {
    const items = inside(schemas)
    collection.flow = value.length === 0 || isOneLine(schemas) || items.every(isWord)
    for (const [index, each] of value.entries()) unquoteDays(collection.items?.[index], each, items)
  } else if (isValues(value))
    for (const pair of (collection.items ?? []) as { key: Scalar; value: unknown }[]) {
      const name = String(pair.key.value)
      unquoteDays(pair.value, value[name] as Value, inside(schemas, name))
    }
  else if (
    isScalar(node) &&
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    schemas.some(isDay)
  )
    node.type = 'PLAIN'
}

const inputOf = (schema: Schema) => openField(schema).meta.input
const isDay = (schema: Schema) => ['day', 'today', 'activityDate'].includes(inputOf(schema) ?? '')
const isOneLine = (schemas: readonly Schema[]) => schemas.some((each) => inputOf(each) === 'words')
const isWord = (schema: Schema) =>
  openField(schema).schema._zod.def.type === 'enum' || inputOf(schema) === 'path'
