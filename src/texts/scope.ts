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
  own ??= readOwn()
  return scope.getStore() ?? own
}
