/** Every form. A new one is a line here, its definition and its words. */
import { z } from 'zod'
import { volunteer } from './volunteer.ts'
import { wordsSchema } from './words.ts'

export const definitions = [volunteer] as const

/** The words of any form; `form` says which. */
export const formWordsSchema = z.discriminatedUnion('form', [wordsSchema(volunteer)])
