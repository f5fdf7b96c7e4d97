import type { FormDefinition } from './definition.ts'
import { longText } from './kinds/long-text.ts'
import { sitePage } from './kinds/site-page.ts'

/** «Fant du det du lette etter?» and «meld feil». Nobody answers it, so it asks for no name. */
export const feedback: FormDefinition = {
  key: 'feedback',
  path: '/tilbakemelding/',
  purpose: 'til å gjøre sidene bedre',
  retentionMonths: 6,
  questions: { page: sitePage(), message: longText() },
  rules: {},
}
