/**
 * What an editor may write below the front matter of a page: Markdown prose and the blocks listed here. MDX is
 * code, and `{process.env.HOME}` in a text would be evaluated and printed; so everything that is not on a list is
 * refused. The parser is the one that Astro compiles with, so that both see the same page.
 */
import { type MdastNode, mdxToMdast } from 'satteri'
import { blocks } from './block.ts'
import { isTangled, tangled } from './tangled.ts'
import { hasUnseen, unseen } from './unseen.ts'

/** Something that an editor must change, and where. */
export interface Problem {
  /** Counted from 1. */
  readonly line: number
  /** In Norwegian: what is wrong and what to do. */
  readonly message: string
}

/**
 * The attributes that each block takes, always plain strings. Steps, WhoCanGetIt and GoodToKnow begin with a heading
 * of level 2.
 */
export const blockAttributes: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(blocks).map(([name, { fields }]) => [name, Object.keys(fields)]),
)

/** Markdown that is prose. Whatever is missing here is refused, also what a later version of Markdown adds. */
const prose = new Set(
  'root paragraph heading text emphasis strong break list listItem blockquote thematicBreak link linkReference definition table tableRow tableCell'.split(
    ' ',
  ),
)

/** A brace with several tags or braces behind it: each of them doubles the time of the parser, and forty take for ever. */
const endless = /(?<!\\)(?:\\\\)*\{(?:[^{<]*[{<]){5}/
const noBraces = 'Krøllparenteser kan ikke brukes. Bruk vanlige parenteser'

const refusals: Readonly<Record<string, string>> = {
  mdxjsEsm: 'Ordene «import» og «export» kan ikke stå først i et avsnitt. Skriv setningen om',
  mdxFlowExpression: noBraces,
  mdxTextExpression: noBraces,
  code: 'Kodeblokker kan ikke brukes. Fjern innrykket eller de tre tegnene ```',
  inlineCode: 'Kode kan ikke brukes. Fjern tegnet `',
  image: 'Bilder kan ikke stå i teksten',
  imageReference: 'Bilder kan ikke stå i teksten',
  footnoteReference: 'Fotnoter kan ikke brukes. Legg kilden i feltet «Kilder»',
  footnoteDefinition: 'Fotnoter kan ikke brukes. Legg kilden i feltet «Kilder»',
}

/**
 * Checks a whole file: its front matter must be closed where Astro thinks it is, and its body must be prose.
 *
 * @example checkPage('---\ntitle: Hei\n---\n{1}') // [{ line: 4, message: 'Krøllparenteser …' }]
 */
export function checkPage(file: string): Problem[] {
  const found = /^---\r?\n([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/.exec(file)
  if (!found || /^(---|\+\+\+)/m.test(found[1] ?? ''))
    return [{ line: 1, message: 'Siden må begynne med feltene sine mellom to linjer med ---' }]
  const lines = found[0].split('\n').length - 1
  return checkBody(file.slice(found[0].length)).map((each) => ({ ...each, line: each.line + lines }))
}

/**
 * Checks the text below the front matter.
 *
 * @returns nothing when the text is fine
 * @example checkBody('Du kan få <b>hjelp</b>.') // [{ line: 1, message: '<b> kan ikke brukes. …' }]
 */
export function checkBody(mdx: string): Problem[] {
  if (isTangled(mdx)) return [{ line: 1, message: tangled }]
  const at = mdx.search(endless)
  if (at >= 0) return [{ line: mdx.slice(0, at).split('\n').length, message: noBraces }]
  let tree: MdastNode
  try {
    tree = mdxToMdast(mdx)
  } catch (error) {
    const { message } = error as Error
    const line = Number(/^(\d+):/.exec(message)?.[1] ?? 1)
    return [
      {
        line,
        message: `Et tegn kan ikke stå slik, oftest < eller {. Skriv setningen om uten det (${message})`,
      },
    ]
  }
  const problems: Problem[] = []
  let depth = 1
  const visit = (node: MdastNode): void => {
    const line = node.position?.start.line ?? 1
    const refuse = (message: string) => problems.push({ line, message })
    if (wordsOf(node).some(hasUnseen)) refuse(unseen)
    if (node.type === 'heading') {
      if (node.depth === 1) refuse('Siden har alt en hovedoverskrift. Begynn med to #-tegn')
      else if (node.depth > depth + 1)
        refuse(`Overskriften hopper over et nivå. Bruk høyst ${depth + 1} #-tegn her, ikke ${node.depth}`)
      depth = node.depth
    }
    if (node.type === 'link' || node.type === 'definition') {
      if (!isSafeLink(node.url))
        refuse(
          `Lenken «${node.url}» kan ikke brukes. Begynn med https://, mailto:, tel: eller / på dette nettstedet`,
        )
    }
    if (node.type === 'mdxJsxFlowElement') {
      checkBlock(node, refuse)
      depth = 2
    } else if (node.type === 'mdxJsxTextElement')
      refuse(`${tagName(node.name)} kan ikke brukes inne i en setning`)
    else if (!prose.has(node.type))
      refuse(refusals[node.type] ?? `Dette kan ikke brukes i en tekst (${node.type})`)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return problems
}

/** What it says itself, as it is read: Markdown has names and numbers for signs, `&#x202E;`. */
function wordsOf(node: MdastNode): string[] {
  const attributes = 'attributes' in node && Array.isArray(node.attributes) ? node.attributes : []
  return [node, ...attributes].flatMap((each: object) =>
    Object.values(each).filter((value): value is string => typeof value === 'string'),
  )
}

type Block = Extract<MdastNode, { type: 'mdxJsxFlowElement' }>

function checkBlock(block: Block, refuse: (message: string) => void): void {
  const allowed =
    block.name !== null && Object.hasOwn(blockAttributes, block.name)
      ? blockAttributes[block.name]
      : undefined
  if (!allowed)
    refuse(
      `${tagName(block.name)} kan ikke brukes. Blokkene som finnes, er ${Object.keys(blockAttributes).join(', ')}`,
    )
  for (const attribute of allowed ? block.attributes : []) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string')
      refuse(`<${block.name}> kan bare ha vanlig tekst i feltene sine, i anførselstegn`)
    else if (!allowed?.includes(attribute.name)) refuse(`<${block.name}> har ikke feltet «${attribute.name}»`)
    else {
      const { value } = attribute
      const field = blocks[block.name ?? '']?.fields[attribute.name]
      const { choices, longest = 300, most = Number.POSITIVE_INFINITY } = field ?? {}
      if (choices && !Object.hasOwn(choices, value))
        refuse(
          `<${block.name}> kan ikke ha ${attribute.name}="${value.slice(0, 20)}". Velg ${Object.keys(choices).join(', ')}`,
        )
      else if (value.length > longest)
        refuse(`<${block.name}> har for mye tekst i feltet «${field?.label}». Det kan være ${longest} tegn`)
      else if (value.split(',').length > most)
        refuse(`<${block.name}> har for mange i feltet «${field?.label}». Det kan være ${most}`)
    }
  }
}

const tagName = (name: string | null) => `<${name ?? ''}>`

/** Browsers drop white space inside an address and read `\` as `/`: both would hide where a link leads. */
function isSafeLink(url: string): boolean {
  return /^(https:\/\/|mailto:|tel:|sms:|#|\/(?!\/))/.test(url) && !/[\s\\\p{Cc}]/u.test(url)
}
