import type { Check } from '../check.ts'

export const draft: Check = {
  name: 'says that it is a draft until the municipality has approved it',
  find: ({ site, facts }) => {
    const banner = /Utkast – ikke kontrollert av \S+ kommune/.test(facts.bodyText)
    if (site === 'fjordvik') return banner ? ['expected no draft banner on an approved site'] : []
    return [
      ...(banner ? [] : ['expected «Utkast – ikke kontrollert av …»']),
      ...(facts.noindex ? [] : ['expected noindex']),
    ]
  },
}
