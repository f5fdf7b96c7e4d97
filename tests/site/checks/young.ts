import type { Check } from '../check.ts'
import { youngWordsOf } from '../words.ts'

export const young: Check = {
  name: 'for children and youth begins with whom to call, has a way out and no form',
  find: ({ html, facts }) => {
    if (facts.audience !== 'children' && facts.audience !== 'youth') return []
    const { leave } = youngWordsOf(facts.locale)
    const main = html.slice(html.indexOf('<main'))
    const [before = '', talk = ''] = main.split('<address class="talk">')
    return [
      ...(/<(p|ul|section)\b/.test(before) ? ['expected nothing but the heading before the help line'] : []),
      ...(talk.split('</address>')[0]?.includes('href="tel:116111"')
        ? []
        : ['expected 116 111 before all prose']),
      ...[leave.title, leave.note]
        .filter((words) => !facts.bodyText.includes(words))
        .map((words) => `expected «${words}»`),
      ...(/<form|\sname="(?!viewport|description|robots)/.test(html)
        ? ['expected no form and no field with a name']
        : []),
    ]
  },
}
