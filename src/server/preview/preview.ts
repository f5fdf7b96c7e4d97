/**
 * A text as the editor has it just now, on the page that shows it, with the rest of the site around it. Nothing of it is
 * kept, logged or compiled; what cannot be shown yet is as it was published, and the answer says what it is.
 */
import { sayNoRoom, sayPaper, sayProblems, sayTooMuch, sayUnfit, wordsOf } from '#editing/check-text.ts'
import { completeFields, withoutEmpty } from '#editing/complete.ts'
import { completeBody } from '#editing/complete-body.ts'
import { type KeptKind, kindAt } from '#editing/kind-at.ts'
import { folderOf } from '#editing/kinds.ts'
import { sayLine } from '#editing/say-problem.ts'
import { checkBody } from '#editorial/mdx.ts'
import { currentTexts } from '#texts/scope.ts'
import { today } from '#today.ts'
import type { Runtime } from '../runtime.ts'
import { drawTyped } from './draw-typed.ts'
import { framed } from './frame.ts'
import { lacksOf, type Reading, readingOf } from './reading.ts'

/** What the editor has in front of her. */
export interface Writing {
  /** Below the root of the repository: `content/pages/nb/rights/avlastning.mdx`. */
  readonly path: string
  /** The fields as the CMS has them, and `body` for what stands below them. */
  readonly data: Readonly<Record<string, unknown>>
}

export interface Preview {
  /** The page, to be shown in a frame that runs no script; nothing for words that stand on no page. */
  readonly page?: string
  /** Where it will be. */
  readonly address?: string
  /** What must be put right before it can be saved, one line each. */
  readonly problems: readonly string[]
  /** What its facts lack. */
  readonly lacks: readonly string[]
  readonly reading?: Reading
}

/** @returns nothing when the path is not one of a text */
export async function previewOf({ path, data }: Writing, runtime: Runtime): Promise<Preview | undefined> {
  const { municipality } = runtime.environment
  const kind = kindAt(path, municipality)
  if (!kind) return undefined
  const isPage = path.endsWith('.mdx')
  const { body: below, ...above } = data
  const fields = withoutEmpty(isPage ? above : data)
  const body = isPage && typeof below === 'string' ? below.trim() : ''
  const tooMuch = sayTooMuch(path, [...wordsOf(fields), body].join('\n'))
  if (tooMuch.length > 0) return { problems: tooMuch, lacks: [] }
  const folder = `content/${folderOf(kind, municipality)}/`
  const id = path.slice(folder.length).replace(/\.[a-z]+$/, '')
  const texts = (await currentTexts())[kind.name]
  const published = texts.find((text) => text.id === id)
  const problems = problemsOf(path, kind, fields, body)
  const complete = completeFields(kind.schema, fields, published?.data, texts[0]?.data) ?? published?.data
  if (!complete) return { problems, lacks: [] }
  const typed = { id, data: complete, body: completeBody(body) }
  const text = { path: path.slice('content/'.length), data: complete, body: completeBody(body, '') }
  const reading = readingOf(text)
  const drawn = await drawTyped(typed, { kind, path, published, runtime })
  return {
    ...(drawn.page && { page: framed(drawn.page) }),
    ...(drawn.address && { address: drawn.address }),
    problems: [...problems, ...drawn.problems],
    lacks: lacksOf({ ...text, data: onlyTyped(complete, fields) }, today()),
    ...(reading && { reading }),
  }
}

/** Without what was filled up: it lacks nothing. */
const onlyTyped = (complete: object, typed: unknown) =>
  Object.fromEntries(Object.entries(complete).filter(([key]) => Object.hasOwn(typed as object, key)))

/** As src/editing/check-text.ts says them of a file. */
function problemsOf(path: string, { schema }: KeptKind, fields: unknown, body: string): string[] {
  const text = [...wordsOf(fields), body].join('\n')
  const unfit = sayUnfit(path, text)
  if (unfit.length > 0) return unfit
  const prose = checkBody(body).map((each) => sayLine(body, each))
  const problems = [...sayProblems(schema, fields), ...prose, ...sayPaper(path, text)]
  return problems.length > 0 ? problems : sayNoRoom(path, fields)
}
