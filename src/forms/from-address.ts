import { channelQuery } from '#editorial/channel.ts'
import { askedOf } from './answer.ts'
import { channelField } from './channel.ts'
import type { Form } from './definition.ts'
import type { Fields } from './fields.ts'

/**
 * What the form's own address answers already: only the questions that are not shown, and which flyer led there.
 *
 * @example fieldsFromAddress(feedbackForm, new URLSearchParams('side=/kafe/')).get('page') // ['/kafe/']
 */
export function fieldsFromAddress(form: Form, query: URLSearchParams): Fields {
  return new Map([
    [channelField, query.getAll(channelQuery)] as const,
    ...Object.entries(form.definition.questions).flatMap(([name, question]) => {
      const control = question.control(askedOf(form, name))
      return control.shape === 'hidden' ? [[name, query.getAll(control.query)] as const] : []
    }),
  ])
}
