/** Every check that every page must pass. */
import type { Check } from '../check.ts'
import { amounts } from './amounts.ts'
import { axe } from './axe.ts'
import { draft } from './draft.ts'
import { headers } from './headers.ts'
import { html } from './html.ts'
import { language } from './language.ts'
import { phone } from './phone.ts'
import { readability } from './readability.ts'
import { rights } from './rights.ts'
import { share } from './share.ts'
import { weight } from './weight.ts'
import { wording } from './wording.ts'
import { young } from './young.ts'

export const checks: readonly Check[] = [
  axe,
  html,
  weight,
  headers,
  phone,
  draft,
  language,
  readability,
  rights,
  share,
  amounts,
  wording,
  young,
]
