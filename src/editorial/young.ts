/** What the pages for children and youth have and others have not: a way out, someone to call, and the card. */
import { z } from 'zod'
import { optional, text, webAddress } from './field.ts'
import type { Audience } from './page.ts'
import { link } from './site.ts'

const leave = z.strictObject({
  title: text().max(20).meta({ label: 'Tekst på knappen' }),
  href: webAddress().meta({ label: 'Dit knappen fører', hint: 'Et nettsted som ingen stusser over' }),
  note: text().meta({ label: 'Ved siden av knappen', hint: 'Hva knappen ikke gjør' }),
  shortcut: text().meta({ label: 'Om Shift-tasten', hint: 'Vises bare der det finnes et tastatur' }),
})

const talk = z.strictObject({
  heading: text().meta({ label: 'Over telefonnummeret' }),
  danger: text().meta({ label: 'Over nødnumrene' }),
  more: text().meta({ label: 'Lenke til flere å snakke med' }),
})

const card = z.strictObject({
  title: text().max(70).meta({ label: 'Tittel' }),
  description: text().max(160).meta({ label: 'Kort om siden' }),
  heading: text().meta({ label: 'Overskrift på kortet' }),
  intro: z
    .array(text())
    .min(1)
    .meta({ label: 'Over kortet', one: 'avsnitt', hint: 'Ett avsnitt på hver linje' }),
  feelings: z
    .strictObject({
      question: text().meta({ label: 'Spørsmål' }),
      choices: z.array(text()).min(2).meta({ label: 'Svar å krysse av', one: 'svar' }),
    })
    .meta({ label: 'Følelser' }),
  questions: z
    .array(text())
    .min(1)
    .meta({ label: 'Spørsmål', one: 'spørsmål', hint: 'Hvert av dem får en rute å skrive i' }),
  print: text().meta({ label: 'Knappen som skriver ut' }),
  clear: text().meta({ label: 'Knappen som tømmer kortet' }),
  withoutScript: text().meta({ label: 'Når knappene ikke virker' }),
  after: z
    .array(text())
    .default([])
    .meta({ label: 'Under kortet', one: 'avsnitt', hint: 'Ett avsnitt på hver linje' }),
})

/** `content/pages/<locale>/young.yaml`. */
export const youngSchema = z.strictObject({
  menu: z.array(link).min(1).max(6).meta({ label: 'Meny', one: 'lenke', hint: 'Bare sider uten skjema' }),
  about: z.array(link).min(1).meta({ label: 'Bunnmeny', one: 'lenke', hint: 'Bare sider uten skjema' }),
  leave: leave.meta({ label: 'Forlat siden' }),
  talk: talk.meta({ label: 'Noen å snakke med, øverst på siden' }),
  card: optional(card).meta({ label: 'Kortet til en voksen', hint: 'Bare på norsk' }),
})
export type Young = z.output<typeof youngSchema>
export type Card = NonNullable<Young['card']>

export const isYoung = (audience: Audience): boolean => audience === 'children' || audience === 'youth'
