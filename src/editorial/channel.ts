/**
 * Where flyers are put up: `content/channels/channels.yaml`. The name of a channel travels from a flyer's link into the
 * form that it leads to, so that the coordinator sees which flyer brought somebody. Nobody is followed: nothing is
 * counted until a form is sent, and a name that is not in this list is dropped.
 */
import { z } from 'zod'
import { text } from './field.ts'

const channel = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z]{2,20}$/, 'Bare små bokstaver fra a til z, slik: bibliotek')
    .meta({
      label: 'I adressen',
      hint: 'Kort, og lett å lese høyt. Endre den aldri når plakaten henger ute',
    }),
  name: text().max(40).meta({ label: 'Navn', hint: 'Slik det står i tallene, for eksempel Biblioteket' }),
})

export const channelsSchema = z.strictObject({
  channels: z
    .array(channel)
    .max(40)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'To steder har samme adresse')
    .meta({ label: 'Steder', one: 'sted', hint: 'Hvor plakatene henger. Hvert sted får sin egen kode' }),
})
export type Channel = z.output<typeof channel>

/** The name in an address that carries a channel: `/ta-en-kaffe/?kanal=tannlege`. */
export const channelQuery = 'kanal'

/**
 * The channel of that key; nothing for whatever else was sent.
 *
 * @example findChannel(channels, 'tannlege')?.name // 'Tannlegen'
 */
export const findChannel = (channels: readonly Channel[], key: string | undefined): Channel | undefined =>
  channels.find((each) => each.key === key)
