/** The words of the screen in a lobby, `/infoskjerm/`: `content/pages/<locale>/screen.yaml`. */
import { z } from 'zod'
import { text } from './field.ts'

export const screenSchema = z.strictObject({
  title: text().max(70).meta({ label: 'Tittel' }),
  description: text().max(160).meta({ label: 'Kort om siden' }),
  cafe: text().max(30).meta({ label: 'Over neste kafé' }),
  course: text().max(30).meta({ label: 'Over neste kurs' }),
  today: text().max(12).meta({ label: 'I dag' }),
  tomorrow: text().max(12).meta({ label: 'I morgen' }),
  cancelled: text().max(12).meta({ label: 'Avlyst' }),
  moved: text().max(12).meta({ label: 'Flyttet' }),
  heading: text()
    .max(40)
    .meta({ label: 'Når det ikke er noen melding', hint: 'Leses på flere meters avstand' }),
  text: text().max(100).meta({ label: 'Under det', hint: 'Én kort setning' }),
  call: text().max(30).meta({ label: 'Foran telefonnummeret', hint: '{navn} blir navnet på den du ringer' }),
  scan: text().max(30).meta({ label: 'Over QR-koden' }),
  updated: text().max(60).meta({ label: 'Sist oppdatert', hint: '{tid} blir dato og klokkeslett' }),
  offline: text().max(60).meta({ label: 'Uten nett', hint: '{tid} blir tiden for siste oppdatering' }),
})
export type ScreenWords = z.output<typeof screenSchema>
