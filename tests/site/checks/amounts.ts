import type { Check } from '../check.ts'

const amount = /\b(kroner|kr)\b/i
const year = /\b20\d\d\b/

export const amounts: Check = {
  name: 'gives the year of every amount',
  find: ({ facts }) =>
    facts.blocks
      .filter((block) => amount.test(block.text) && !year.test(block.context))
      .map((block) => `expected a year beside the amount, got «${block.text}»`),
}
