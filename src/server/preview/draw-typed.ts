/** Draws the page of a text that is being typed. What a page cannot be drawn with is as it was published. */
import { fieldName } from '#editing/field-name.ts'
import type { KeptKind } from '#editing/kind-at.ts'
import { withPictures } from '#pictures.ts'
import { currentTexts, withTexts } from '#texts/scope.ts'
import type { Text, Texts } from '#texts/text.ts'
import type { Runtime } from '../runtime.ts'
import { drawPage } from './draw-page.ts'
import { shownAt } from './shown-at.ts'

/** A text as it is typed: its fields follow the schema of the kind. */
export interface Typed {
  /** As in src/texts/text.ts. */
  readonly id: string
  readonly data: object
  readonly body: string
}

interface Around {
  readonly kind: KeptKind
  /** Below the root of the repository. */
  readonly path: string
  readonly published: Text | undefined
  readonly runtime: Runtime
}

interface Drawn {
  readonly page?: string | undefined
  readonly address?: string | undefined
  readonly problems: readonly string[]
}

export async function drawTyped(typed: Typed, around: Around): Promise<Drawn> {
  const whole = await tryToDraw(typed, around)
  if (whole) return { ...whole, problems: [] }
  for (const { name, without } of reverted(typed, around)) {
    const drawn = await tryToDraw(without, around)
    if (drawn) return { ...drawn, problems: [`${name}: kan ikke vises slik. Her står det som er publisert`] }
  }
  return { problems: ['Siden kan ikke vises slik teksten er nå'] }
}

/** An error of a page is about what was typed: it goes to nobody, not even to the log. */
async function tryToDraw(typed: Typed, { kind, path, runtime }: Around) {
  const texts = withTyped(await currentTexts(), kind, typed)
  const draw = async () => {
    const address = await shownAt(kind.name, path, typed.data)
    const page = address && (await drawPage(address, runtime))
    return page ? { page, address } : {}
  }
  const picture = async (name: string) => runtime.editing?.picture(name)
  const drawn = withTexts(texts, () => withPictures(picture, draw))
  return drawn.catch(() => undefined)
}

/** The text in its place among the others. */
function withTyped(texts: Texts, { name }: KeptKind, typed: Typed): Texts {
  const others = (texts[name] as readonly Typed[]).filter(({ id }) => id !== typed.id)
  return { ...texts, [name]: [...others, typed].sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

/** The text with one field as it was published, each in turn; at last all of it. */
function reverted(typed: Typed, { kind, published }: Around): { name: string; without: Typed }[] {
  const data = typed.data as Readonly<Record<string, unknown>>
  const old = (published?.data ?? {}) as Readonly<Record<string, unknown>>
  const names = Object.keys(data).filter((key) => JSON.stringify(data[key]) !== JSON.stringify(old[key]))
  const fields = names.map((key) => {
    const { [key]: _, ...others } = data
    const without = key in old ? { ...others, [key]: old[key] } : others
    return { name: fieldName(kind.schema, [key]), without: { ...typed, data: without } }
  })
  const body = published?.body ?? ''
  const all = published ? [{ name: 'Teksten', without: { ...typed, data: published.data, body } }] : []
  return [{ name: 'Teksten', without: { ...typed, body } }, ...fields, ...all]
}
