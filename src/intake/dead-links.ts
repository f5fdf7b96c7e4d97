/** Asks every address outside the site whether it still answers, once a week. */
import { replaceDeadLinks } from '#db/dead-links.ts'
import type { Round } from './round.ts'

export const deadLinks: Round = {
  name: 'dead links',
  everyMinutes: 7 * 24 * 60,
  async run({ db, now, texts, signal }) {
    if (!texts?.askLinks) return
    await replaceDeadLinks(db, await texts.askLinks(signal), now())
  },
}
