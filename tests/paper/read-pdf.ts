/** Reads a PDF as a screen reader does: element by element, in the order of its structure. */
import { inflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'

/** An element of the structure, `H1`, `P`, `Link`, with everything below it. */
export interface Element {
  readonly type: string
  readonly alt?: string
  readonly children: readonly Element[]
  /** Its own words and those below, in order. */
  readonly text: string
  /** The same without the points and numbers of lists, which are no words on a page. */
  readonly said: string
  /** Counted from 1. */
  readonly page: number
}

export interface ReadPdf {
  readonly pages: number
  readonly title: string | undefined
  readonly language: string | undefined
  readonly showsTitle: boolean
  readonly isMarked: boolean
  /** XMP, as it stands in the file. */
  readonly metadata: string
  /** What stands below the document itself, on all pages. */
  readonly elements: readonly Element[]
  /** The words that are drawn in an element, in the order in which they are drawn. */
  readonly drawn: string
  /** What is drawn and left to the eye: page numbers, repeated headings. */
  readonly artifacts: string
  /** Of everything that is written, in points. */
  readonly typeSizes: readonly number[]
  readonly links: readonly { readonly href: string; readonly contents: string }[]
  readonly outline: readonly string[]
  /** Of the pages, as written. */
  readonly streams: readonly string[]
  /** Everything that is not packed. */
  readonly raw: string
}

interface Node {
  role?: string
  alt?: string
  type?: string
  id?: string
  children?: Node[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const raw = Buffer.from(bytes).toString('latin1')
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { info } = await pdf.getMetadata()
  const elements: Element[] = []
  const links: { href: string; contents: string }[] = []
  const typeSizes = new Set<number>()
  let drawn = ''
  let artifacts = ''
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const marked = await readMarked(page)
    drawn += [...marked.texts.values()].join('')
    artifacts += marked.artifacts
    for (const size of marked.sizes) typeSizes.add(size)
    const tree = (await page.getStructTree()) as Node | null
    elements.push(...(tree?.children ?? []).flatMap((node) => below(toElement(node, marked.texts, number))))
    for (const each of await page.getAnnotations())
      if (each.subtype === 'Link') links.push({ href: each.url ?? '', contents: each.contentsObj?.str ?? '' })
  }
  const outline = (await pdf.getOutline()) ?? []
  const [markInfo, preferences] = [await pdf.getMarkInfo(), await pdf.getViewerPreferences()]
  return {
    pages: pdf.numPages,
    title: (info as { Title?: string }).Title,
    language: (info as { Language?: string }).Language,
    showsTitle: (preferences as { DisplayDocTitle?: boolean } | null)?.DisplayDocTitle === true,
    isMarked: (markInfo as { Marked?: boolean } | null)?.Marked === true,
    metadata: /<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/.exec(Buffer.from(bytes).toString('utf8'))?.[0] ?? '',
    elements,
    drawn,
    artifacts,
    typeSizes: [...typeSizes].sort((a, b) => a - b),
    links,
    outline: titlesOf(outline),
    streams: streamsOf(Buffer.from(bytes), raw),
    raw,
  }
}

/** The document is one element on each page: what matters is below it. */
const below = (element: Element) => (element.type === 'Document' ? element.children : [element])

/** A page also names what its elements have on other pages. An empty cell counts by its row. */
const isHere = (node: Node): boolean => node.type !== undefined || (node.children ?? []).some(isHere)
const isCell = ({ role }: Node) => role === 'TD' || role === 'TH'

function toElement(node: Node, texts: ReadonlyMap<string, string>, page: number): Element {
  const children: Element[] = []
  let text = ''
  let said = ''
  for (const child of node.children ?? []) {
    if (child.role) {
      if (!isHere(child) && !isCell(child)) continue
      const element = toElement(child, texts, page)
      children.push(element)
      const end = /^(H\d|P|LI|Lbl|TR|TH|TD|Figure)$/.test(element.type) ? '\n' : ''
      text += element.text + end
      said += element.type === 'Lbl' ? '' : element.said + end
    } else if (child.type === 'content') {
      const own = texts.get(child.id ?? '') ?? ''
      text += own
      said += own
    }
  }
  return { type: node.role ?? '', ...(node.alt && { alt: node.alt }), children, text, said, page }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

interface Marked {
  readonly texts: ReadonlyMap<string, string>
  readonly artifacts: string
  readonly sizes: readonly number[]
}

async function readMarked(page: Page): Promise<Marked> {
  const texts = new Map<string, string>()
  const sizes: number[] = []
  let artifacts = ''
  const open: (string | undefined)[] = []
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  for (const item of items) {
    if ('str' in item) {
      if (item.str.trim()) sizes.push(Math.hypot(item.transform[2], item.transform[3]))
      const id = open.findLast((each) => each !== undefined)
      // The reader trims lines; a space stands at their end, unless a word goes on there.
      const str = item.str + (item.hasEOL ? ' ' : '')
      if (id) texts.set(id, (texts.get(id) ?? '') + str)
      else artifacts += `${item.str} `
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? undefined)
  }
  return { texts, artifacts, sizes }
}

interface Titled {
  readonly title: string
  readonly items: readonly Titled[]
}
const titlesOf = (items: readonly Titled[]): string[] =>
  items.flatMap((item) => [item.title, ...titlesOf(item.items)])

/** Only what draws: fonts and metadata are streams too. */
function streamsOf(bytes: Buffer, raw: string): string[] {
  return [...raw.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)].flatMap(({ 0: head, index }) => {
    const start = index + head.length
    const text = inflateSync(bytes.subarray(start)).toString('latin1')
    return /^1 0 0 -1 0 /.test(text) ? [text] : []
  })
}
