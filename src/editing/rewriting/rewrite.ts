/** From what the CMS hands in to what is kept: what is unchanged stays as it was written, byte for byte. */
import { parseDocument, visit } from 'yaml'
import type { Schema } from '../cms/schema.ts'
import { rewriteBody } from './body.ts'
import { rewriteFields } from './fields.ts'
import { type Values, withoutForgotten } from './tidy.ts'

/** Bytes; more is refused anyway. */
const longest = 200_000

/**
 * @param path decides whether there is prose below the fields
 * @param before the file as it is; nothing for a new one
 * @param after the whole file as the CMS hands it in
 * @returns `after` itself when it cannot be read, for the check to say why
 */
export function rewrite(path: string, schema: Schema, before: string | undefined, after: string): string {
  if (after === before || after.length > longest) return after
  const isPage = path.endsWith('.mdx')
  const now = isPage ? split(after) : { fields: after, body: '' }
  const old = isPage ? split(before ?? '') : { fields: before ?? '', body: '' }
  const values = now && readValues(now.fields)
  if (!now || !values) return after
  const known = old?.fields ? readValues(old.fields) : undefined
  const kept = withoutForgotten(values, known, [schema]) as Values
  const fields = rewriteFields(old?.fields ?? '', kept, schema)
  return isPage ? `---\n${fields}---\n${rewriteBody(old?.body ?? '\n', now.body)}` : fields
}

function split(file: string): { fields: string; body: string } | undefined {
  const found = /^---\r?\n([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/.exec(file)
  return found ? { fields: found[1] as string, body: file.slice(found[0].length) } : undefined
}

/** Nothing of what a person could not have typed into a form: references, tags, several documents. */
function readValues(yaml: string): Values | undefined {
  const document = parseDocument(yaml)
  let odd = document.errors.length + document.warnings.length > 0
  visit(document, {
    Alias: () => {
      odd = true
    },
    Value: (_key, node) => {
      odd ||= node.anchor !== undefined || node.tag !== undefined
    },
  })
  const values: unknown = odd ? undefined : document.toJS()
  return typeof values === 'object' && values !== null && !Array.isArray(values)
    ? (values as Values)
    : undefined
}
