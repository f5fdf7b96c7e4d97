import { type Channel, findChannel } from '#editorial/channel.ts'
import type { Form } from './definition.ts'
import type { Fields } from './fields.ts'

/** The hidden field that carries the channel. No question can have this name. */
export const channelField = '_kanal'

/**
 * The flyer that brought somebody to a form, if it is one of ours. Whatever else was sent is dropped without a word, for
 * no person typed it.
 */
export function channelOf(form: Form, fields: Fields): Channel | undefined {
  const { definition, channels = [], furtherTo } = form
  // On a further page the submission knows already.
  if (!definition.fromFlyers || furtherTo) return undefined
  return findChannel(channels, fields.get(channelField)?.[0])
}
