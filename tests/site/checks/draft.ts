import type { Check } from '../check.ts'
import { says, wordsOf } from '../words.ts'

export const draft: Check = {
  name: 'says that it is a draft until the municipality has approved it',
  find: ({ site, facts }) => {
    const words = wordsOf(facts.locale).draft
    const banner = says(facts.bodyText, words, /\S+ kommune/)
    if (site === 'fjordvik') return banner ? ['expected no draft banner on an approved site'] : []
    return [...(banner ? [] : [`expected «${words}»`]), ...(facts.noindex ? [] : ['expected noindex'])]
  },
}
