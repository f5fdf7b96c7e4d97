/** Every form. A new one is a line here, its definition and its words. */
import { z } from 'zod'
import { changedNeedRelative, changedNeedVolunteer } from './changed-need.ts'
import { coffee } from './coffee.ts'
import { course } from './course.ts'
import type { FormDefinition } from './definition.ts'
import { feedback } from './feedback.ts'
import { need } from './need.ts'
import { topic } from './topic.ts'
import { volunteer } from './volunteer.ts'
import { wordsSchema } from './words.ts'

export const definitions: readonly FormDefinition[] = [
  volunteer,
  coffee,
  need,
  course,
  topic,
  changedNeedRelative,
  changedNeedVolunteer,
  feedback,
]

/**
 * The form that an address belongs to: its own page, its receipt, or one of its further pages.
 *
 * @throws when no form lives there, for such a page would not have been drawn
 * @example getDefinition('/ta-en-kaffe/kvittering/K7M3-XWAH/') // coffee
 */
export function getDefinition(pathname: string): FormDefinition {
  const found = definitions.find((each) => `${pathname}/`.startsWith(each.path) && !each.forEach)
  if (!found) throw new Error(`expected the address of a form, got ${pathname}`)
  return found
}

const schemas = definitions.map((each) => wordsSchema(each))

/** The words of any form; `form` says which. */
export const formWordsSchema = z.discriminatedUnion('form', schemas as [(typeof schemas)[number]])
