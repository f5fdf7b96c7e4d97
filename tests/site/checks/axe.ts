import type { Check } from '../check.ts'

export const axe: Check = {
  name: 'has no accessibility findings and fits 320 px',
  find: ({ axe, facts }) => [
    ...axe,
    ...(facts.overflow > 0 ? [`expected no scrolling sideways, got ${facts.overflow} px too wide`] : []),
  ],
}
