/** The words around the flyers, `content/pages/<locale>/flyers.yaml`: their list, and what one can fetch of each. */
import { z } from 'zod'
import { text } from './field.ts'

export const flyerPageSchema = z.strictObject({
  title: text().max(70).meta({ label: 'Tittel' }),
  description: text().max(160).meta({ label: 'Kort om siden' }),
  intro: text().max(400).meta({ label: 'Ingress', hint: 'Til dem som skal henge opp' }),
  advice: z.array(text().max(200)).max(6).meta({ label: 'Råd', one: 'råd', hint: 'Ett råd på hver linje' }),
  adviceHeading: text().max(50).meta({ label: 'Overskrift over rådene' }),
  where: text().max(40).meta({ label: 'Foran hvor den passer' }),
  fetch: text().max(50).meta({ label: 'Overskrift over filene' }),
  paper: text().max(80).meta({ label: 'PDF', hint: '{str} blir A4, A5 eller A3' }),
  noSmall: text()
    .max(120)
    .meta({ label: 'Hvorfor den ikke finnes i A5', hint: 'For plakater med mye tekst' }),
  square: text().max(60).meta({ label: 'Kvadratisk bilde' }),
  wide: text().max(60).meta({ label: 'Bredt bilde' }),
  channels: text().max(60).meta({ label: 'Overskrift over stedene' }),
  channelsText: text().max(300).meta({ label: 'Hva stedene er til' }),
  uncounted: text().max(200).meta({ label: 'Når det ikke telles', hint: 'For plakater uten påmelding' }),
  place: text().max(40).meta({ label: 'Over valget av sted' }),
  format: text().max(40).meta({ label: 'Over valget av fil' }),
  addresses: text().max(60).meta({ label: 'Overskrift over adressene', hint: 'Til å lime inn i et innlegg' }),
})
export type FlyerPageWords = z.output<typeof flyerPageSchema>
