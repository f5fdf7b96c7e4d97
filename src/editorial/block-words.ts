/** The words that the blocks of a page bring themselves: a part of `content/pages/<locale>/interface.yaml`. */
import { z } from 'zod'
import { text } from './field.ts'

export const blockWords = z.strictObject({
  whoCanGetIt: text().meta({ label: 'Hvem kan få det' }),
  steps: text().meta({ label: 'Slik gjør du' }),
  goodToKnow: text().meta({ label: 'Godt å vite' }),
  transcript: text().meta({ label: 'Det som blir sagt i en film' }),
  signedOn: text().meta({ label: 'Ved linjen for sted og dato' }),
  signature: text().meta({ label: 'Ved linjen for underskrift' }),
})
export type BlockWords = z.output<typeof blockWords>

/** Around a place to turn, in a block and in lists. */
export const contactWords = z.strictObject({
  call: text().meta({ label: 'Ring', hint: '{nummer} blir telefonnummeret' }),
  chat: text().meta({ label: 'Chat', hint: '{sted} blir nettstedet' }),
  free: text().meta({ label: 'Gratis' }),
  anonymous: text().meta({ label: 'Anonymt' }),
  seenYear: text().meta({ label: 'Gammel opplysning', hint: '{år} blir året' }),
  offices: z
    .strictObject({
      respite: text().meta({ label: 'Koordinator for frivillig avlastning' }),
      allocation: text().meta({ label: 'Tildelingskontor' }),
      volunteerCentre: text().meta({ label: 'Frivilligsentral' }),
      switchboard: text().meta({ label: 'Servicekontor' }),
    })
    .meta({ label: 'Kontorer som kommunen ikke har gitt navn' }),
  unconfirmed: text().meta({
    label: 'Når nummeret ikke er bekreftet',
    hint: '{kommune} blir navnet. Setningen slutter med en lenke',
  }),
  unconfirmedAsk: text().meta({
    label: 'Når heller ikke nettstedet er kjent',
    hint: '{kommune} blir navnet. En hel setning, uten lenke',
  }),
  numberFrom: text().meta({ label: 'Etter et nummer som ikke er bekreftet', hint: '{år} blir året' }),
  officeWebsite: text().meta({ label: 'Lenken til kontorets nettsted' }),
  municipalityWebsite: text().meta({ label: 'Lenken til kommunens nettsted' }),
})
export type ContactWords = z.output<typeof contactWords>
