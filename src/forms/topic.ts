import type { FormDefinition } from './definition.ts'
import { shortText } from './kinds/short-text.ts'

/** What somebody would like to hear about at the café. */
export const topic: FormDefinition = {
  key: 'topic',
  path: '/kafe/onske/',
  purpose: 'til å velge tema for kafeen',
  retentionMonths: 12,
  questions: { topic: shortText() },
  rules: {},
}
