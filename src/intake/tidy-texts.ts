/** Packs what many saves left in the repository of the texts, once a week. */
import type { Round } from './round.ts'

export const tidyTexts: Round = {
  name: 'texts',
  everyMinutes: 7 * 24 * 60,
  async run({ texts, signal }) {
    await texts?.tidy?.(signal)
  },
}
