/** A text that somebody is typing stands in the place of the published one while its page is drawn, and nowhere else. */
import { AsyncLocalStorage } from 'node:async_hooks'

export interface Typed {
  /** A kind of src/editing/kinds.ts. */
  readonly kind: string
  /** Its path below the folder of its kind, without the ending, as in src/texts/text.ts. */
  readonly id: string
  /** As its schema gives them. */
  readonly data: object
  readonly body: string
}

interface Entry {
  readonly id: string
  readonly data: object
}

const typing = new AsyncLocalStorage<Typed>()

/** @param draw what it reads, now and later, has the text in it; what anybody else reads has not */
export const whileTyped = <Drawn>(typed: Typed, draw: () => Promise<Drawn>): Promise<Drawn> =>
  typing.run(typed, draw)

/** @param entries of the kind, as published; a text that is new comes last */
export function withTyped<Kept extends Entry>(kind: string, entries: readonly Kept[]): Kept[] {
  const typed = typing.getStore()
  if (typed?.kind !== kind) return [...entries]
  const { id, data, body } = typed
  const others = entries.filter((entry) => entry.id !== id)
  return [...others, { ...entries.find((entry) => entry.id === id), id, data, body } as unknown as Kept]
}
