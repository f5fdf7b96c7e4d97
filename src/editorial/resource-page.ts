/** The words of `/tilbud/` and its filters: `content/pages/<locale>/resources.yaml`. */
import { z } from 'zod'
import { optional, sitePath, text } from './field.ts'
import { kindLabels, levels, resourceKinds } from './resource.ts'
import { type Age, ages, chosenSituations } from './resource-filter.ts'

const filter = z.strictObject({
  name: text().max(40).meta({ label: 'Navn', hint: 'Ordet man velger, for eksempel «Demens»' }),
  title: text().max(70).meta({ label: 'Overskrift' }),
  intro: text().max(200).meta({ label: 'Ingress' }),
  page: optional(sitePath()).meta({ label: 'Les mer', hint: 'Siden om situasjonen, hvis den finnes' }),
})

const each = <Key extends string, Value extends z.ZodType>(
  keys: readonly Key[],
  value: (key: Key) => Value,
) => z.strictObject(Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>)

export const resourcePageSchema = z.strictObject({
  title: text().max(70).meta({ label: 'Tittel' }),
  description: text().max(160).meta({ label: 'Kort om siden' }),
  intro: text().max(300).meta({ label: 'Ingress' }),
  choose: text().meta({ label: 'Over filteret' }),
  change: text().meta({ label: 'Åpner filteret', hint: 'Der det er valgt noe' }),
  situation: text().meta({ label: 'Over situasjonene' }),
  age: text().meta({ label: 'Over alderen' }),
  level: text().meta({ label: 'Over nivåene' }),
  all: text().meta({ label: 'Lenke til alle tilbud' }),
  urgent: text().meta({ label: 'Over nødnumrene' }),
  young: text().meta({ label: 'Ved tilbud som bare er for barn og unge' }),
  offices: text().meta({ label: 'Over kontorene i kommunen' }),
  checked: text().meta({ label: 'Kontrollert', hint: '{dato} blir datoen' }),
  situations: each(chosenSituations, () => filter.meta({ label: 'Situasjon' })).meta({
    label: 'Situasjoner',
  }),
  ages: each(Object.keys(ages) as Age[], () => filter.meta({ label: 'Alder' })).meta({ label: 'Alder' }),
  levels: each(levels, (level) =>
    text().meta({ label: `Nivå: ${level}`, hint: '{kommune} og {fylke} blir navnene på dem' }),
  ).meta({ label: 'Nivåer' }),
  kinds: each(resourceKinds, (kind) => text().meta({ label: `Type: ${kindLabels[kind] ?? kind}` })).meta({
    label: 'Typer',
  }),
})
export type ResourcePage = z.output<typeof resourcePageSchema>
