/** The words of the pages at `/modellen/` that code draws: `content/pages/<locale>/model.yaml`. */
import { z } from 'zod'
import { text } from './field.ts'

export const modelWordsSchema = z.strictObject({
  flow: z
    .strictObject({
      heading: text().meta({ label: 'Overskrift over tegningen' }),
      text: text().meta({ label: 'Tegningen med ord', hint: 'Leses opp for den som ikke ser tegningen' }),
      volunteers: text().max(20).meta({ label: 'Over trinn 2 og 3' }),
      families: text().max(20).meta({ label: 'Over trinn 4' }),
      again: text().max(20).meta({ label: 'Ved pilen tilbake' }),
    })
    .meta({ label: 'Tegningen' }),
  quotes: text().meta({ label: 'Overskrift over sitatene' }),
  pages: text().meta({ label: 'Overskrift over de andre sidene' }),
  step: z
    .strictObject({
      count: text().meta({ label: 'Over navnet', hint: '{nummer} og {antall} blir tall' }),
      why: text().meta({ label: 'Hvorfor' }),
      checklist: text().meta({ label: 'Sjekkliste' }),
      done: text().meta({ label: 'Dere er ferdige når' }),
      who: text().meta({ label: 'Hvem gjør hva' }),
      files: text().meta({ label: 'Filer' }),
      forms: text().meta({ label: 'Skjemaer' }),
      links: text().meta({ label: 'Andre sider' }),
      here: text().meta({ label: 'Slik hjelper nettstedet' }),
      experiences: text().meta({ label: 'Erfaringer' }),
      pitfalls: text().meta({ label: 'Fallgruver' }),
      instead: text().meta({ label: 'Foran rådet' }),
      moves: text().meta({ label: 'Navn på lenkene mellom trinnene' }),
      previous: text().meta({ label: 'Lenken til trinnet før', hint: '{trinn} blir navnet' }),
      next: text().meta({ label: 'Lenken til neste trinn', hint: '{trinn} blir navnet' }),
    })
    .meta({ label: 'Siden til et trinn' }),
  partners: z
    .strictObject({
      heading: text().meta({ label: 'Overskrift over samarbeidspartnerne' }),
      none: text().meta({ label: 'Når ingen er bekreftet', hint: '{kommune} blir kommunens navn' }),
      confirmed: text().meta({ label: 'Bekreftet', hint: '{dato} blir datoen' }),
    })
    .meta({ label: 'Samarbeidspartnere' }),
  press: z
    .strictObject({
      heading: text().meta({ label: 'Overskrift over presseklippene' }),
      none: text().meta({ label: 'Når det ikke er noen', hint: '{kommune} blir kommunens navn' }),
      undated: text().meta({ label: 'Uten dato' }),
    })
    .meta({ label: 'I avisa' }),
})
export type ModelWords = z.output<typeof modelWordsSchema>
