/** The words of the front page: two doors, then the situations that people know themselves in. */
import { z } from 'zod'
import { optional, sitePath, text } from './field.ts'

const door = z.strictObject({
  title: text().max(50).meta({ label: 'Tittel' }),
  text: text().max(140).meta({ label: 'Tekst', hint: 'Én kort setning' }),
  href: sitePath().meta({ label: 'Lenke' }),
})

const line = z.strictObject({
  text: text().max(60).meta({ label: 'Linjen', hint: 'Leses også på infoskjermen' }),
  href: sitePath().meta({ label: 'Lenke' }),
})

export const frontSchema = z.strictObject({
  heading: text().max(60).meta({ label: 'Overskrift' }),
  intro: text().max(200).meta({ label: 'Ingress', hint: 'Én eller to korte setninger' }),
  description: text().max(160).meta({ label: 'Kort om nettstedet', hint: 'Vises i søkemotorer' }),
  doors: z.array(door).length(2).meta({ label: 'De to dørene', one: 'dør', hint: 'Voksne, og barn og unge' }),
  situationsHeading: text().meta({ label: 'Overskrift over situasjonene' }),
  situations: z
    .array(door)
    .min(1)
    .meta({ label: 'Situasjoner', one: 'situasjon', hint: 'Spørsmål som leseren kjenner seg igjen i' }),
  who: text().max(300).meta({ label: 'Hvem er pårørende', hint: 'Kort svar, etter situasjonene' }),
  cafeHeading: text().meta({ label: 'Overskrift over neste kafé' }),
  cafe: optional(door).meta({
    label: 'Kortet om kafeen',
    hint: 'Bare på andre språk enn norsk, der datoene ikke er oversatt',
  }),
  whoLink: text().meta({ label: 'Lenken etter det' }),
  finder: door.meta({ label: 'Hjelpefinneren' }),
  rights: z
    .strictObject({
      heading: text().meta({ label: 'Overskrift' }),
      intro: text().meta({ label: 'Ingress' }),
    })
    .meta({ label: 'Siden med alle rettigheter' }),
  capacity: z
    .strictObject({
      free: line.meta({ label: 'Når dere har ledige frivillige' }),
      needed: line.meta({ label: 'Når dere trenger flere' }),
    })
    .meta({ label: 'Linjen om frivillige', hint: 'Koordinatoren velger når den vises' }),
  volunteer: door.meta({ label: 'Bli frivillig' }),
  volunteerLink: text().meta({ label: 'Knappen til bli frivillig' }),
})
export type Front = z.output<typeof frontSchema>
