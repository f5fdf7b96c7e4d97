import type { Check } from '../check.ts'

export const phone: Check = {
  name: 'shows a phone number to call',
  find: ({ facts }) =>
    facts.phones.some((text) => /\d{2,}/.test(text)) ? [] : ['expected a tel: link, got none'],
}
