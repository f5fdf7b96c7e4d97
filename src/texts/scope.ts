/** Which texts a page is drawn from: a server may show one site while it still answers for the one before. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { readOwn } from './own.ts'
import type { Texts } from './text.ts'

const scope = new AsyncLocalStorage<Texts>()
let own: Promise<Texts> | undefined

/** Everything that `act` draws is drawn from these. */
export const withTexts = <Result>(texts: Texts, act: () => Result): Result => scope.run(texts, act)

/** The texts of whoever draws; where nobody said, those that the program was built with. */
export async function currentTexts(): Promise<Texts> {
  const given = scope.getStore()
  if (given) return given
  own ??= readOwn()
  return own
}

/**
 * Makes something of the texts once, however many pages ask for it; of other texts it is made anew.
 *
 * @param make reads the texts and its arguments and nothing else that changes, such as the clock
 */
export function oncePerTexts<Asked extends readonly (string | undefined)[], Made>(
  make: (...asked: Asked) => Promise<Made>,
): (...asked: Asked) => Promise<Made> {
  const made = new WeakMap<Texts, Map<string, Promise<Made>>>()
  return async (...asked) => {
    const texts = await currentTexts()
    const known = made.get(texts) ?? new Map<string, Promise<Made>>()
    made.set(texts, known)
    const found = known.get(asked.join()) ?? make(...asked)
    known.set(asked.join(), found)
    return found
  }
}
