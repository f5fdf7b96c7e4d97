/** The blocks of a text as forms in the editor. Which there are, and their fields, the server says: src/editing/cms/blocks.ts. */
import type { Cms } from './cms.ts'

/** A block as it comes with the configuration. */
export interface CmsBlock {
  /** The name of its tag, `Steps`. */
  readonly id: string
  readonly label: string
  /** Whether prose stands between its two tags. */
  readonly holdsProse: boolean
  readonly fields: readonly { readonly name: string }[]
}

type Values = Readonly<Record<string, string | null | undefined>>

const attributes = '((?:\\s+[a-z]+="[^"]*")*)\\s*'
/**
 * The text between the tags, as a field of the form. Not `richtext`: it writes its text anew as soon as it is shown, and
 * the page counts as changed before anybody has touched it.
 */
const prose = {
  name: 'prose',
  label: 'Tekst',
  widget: 'markdown',
  required: false,
  modes: ['rich_text'],
  buttons: ['bold', 'italic', 'link', 'bulleted-list', 'numbered-list'],
  editor_components: [],
}

/** What `CMS.registerEditorComponent` takes. */
function editorComponent({ id, label, holdsProse, fields }: CmsBlock) {
  const names = fields.map(({ name }) => name)
  return {
    id,
    label,
    fields: holdsProse ? [...fields, prose] : fields,
    pattern: new RegExp(
      holdsProse
        ? `^<${id}${attributes}>\\n([\\s\\S]*?)\\n?</${id}>(?=\\n|$)`
        : `^<${id}${attributes}/>(?=\\n|$)`,
    ),
    fromBlock: ([, written = '', inner = '']: RegExpMatchArray): Values => ({
      ...readAttributes(written),
      ...(holdsProse && { prose: inner.trim() }),
    }),
    toBlock: (values: Values): string => {
      const tag = [id, ...names.flatMap((name) => writeAttribute(name, values[name]))].join(' ')
      return holdsProse ? `<${tag}>\n\n${(values.prose ?? '').trim()}\n\n</${id}>` : `<${tag} />`
    },
    toPreview: (values: Values): string =>
      [label, ...names.map((name) => values[name]), values.prose].filter(Boolean).join(': '),
  }
}

/** @example readAttributes(' title="A &quot;b&quot;"') // { title: 'A "b"' } */
const readAttributes = (written: string): Values =>
  Object.fromEntries(
    [...written.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  )

function writeAttribute(name: string, value: string | null | undefined): string[] {
  if (!value) return []
  const safe = value
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('"', '&quot;')
    .replace(/\s+/g, ' ')
  return [`${name}="${safe}"`]
}

/** A list with boxes to tick. The rich editor knows none, and would make an ordinary list of it. */
const checklist = {
  id: 'checklist',
  label: 'Sjekkliste',
  fields: [{ name: 'points', label: 'Punkter', widget: 'text', hint: 'Ett punkt på hver linje' }],
  pattern: /^(?:[-*] \[[ xX]\] [^\n]+(?:\n {2}[^\n]+)*(?:\n|$))+/,
  fromBlock: ([written]: RegExpMatchArray): Values => ({
    points: written
      .trim()
      .replace(/\n {2,}/g, ' ')
      .replace(/^[-*] \[[ xX]\] /gm, ''),
  }),
  toBlock: ({ points }: Values): string => {
    const lines = (points ?? '').split('\n').map((line) => line.trim())
    return lines.flatMap((line) => (line ? `- [ ] ${line}` : [])).join('\n')
  },
  toPreview: ({ points }: Values): string => points ?? '',
}

export function registerBlocks(cms: Cms, blocks: readonly CmsBlock[]): void {
  cms.registerEditorComponent(checklist)
  for (const block of blocks) cms.registerEditorComponent(editorComponent(block))
}
