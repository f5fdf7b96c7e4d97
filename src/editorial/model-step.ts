/**
 * The seven steps of the model: their names, and what a page says of each. The pages at `/modellen/`, the drawing, the
 * list of attachments and the coordinator's pages all take order and names from here.
 */
import { z } from 'zod'
import { day, optional, sitePath, text } from './field.ts'
import { source } from './source.ts'

/** In their order. The slug is the name of the file in `content/model-steps/`, and the end of the address. */
export const modelSteps = [
  { slug: 'forankring', name: 'Forankring' },
  { slug: 'rekruttering', name: 'Rekruttering' },
  { slug: 'kurs', name: 'Kurs' },
  { slug: 'melder-behov', name: 'Hjemmetjenesten melder behov' },
  { slug: 'kobling', name: 'Kobling' },
  { slug: 'gjennomforing', name: 'Gjennomføring' },
  { slug: 'endret-behov', name: 'Endret behov' },
] as const
export type StepSlug = (typeof modelSteps)[number]['slug']

/** A step with its place among the others, from 1 to 7. */
export interface NamedStep {
  readonly number: number
  readonly slug: StepSlug
  readonly name: string
  readonly path: string
}

/** @example namedSteps[4] // { number: 5, slug: 'kobling', name: 'Kobling', path: '/modellen/kobling/' } */
export const namedSteps: readonly NamedStep[] = modelSteps.map(({ slug, name }, index) => ({
  number: index + 1,
  slug,
  name,
  path: `/modellen/${slug}/`,
}))

/** Those who do something at a step. */
export const roles = {
  leder: 'Leder i helse og omsorg',
  koordinator: 'Koordinator',
  ressursperson: 'Ressursperson i sonen',
  primaerkontakt: 'Primærkontakt',
  tildeling: 'Tildelingskontoret',
  fagkoordinator: 'Demenskoordinator og kreftkoordinator',
  frivilligsentral: 'Frivilligsentralen',
  frivillig: 'Den frivillige',
  parorende: 'Den pårørende',
  syk: 'Den som er syk',
} as const
export type Role = keyof typeof roles
const roleNames = Object.keys(roles) as Role[]

/** The number of a step, where another file says which step it belongs to. */
export const stepNumber = () => z.int().min(1).max(modelSteps.length)

export const modelStepSchema = z.strictObject({
  description: text().max(160).meta({
    label: 'Kort om trinnet',
    hint: 'Én setning. Står under navnet, i lister og i søk',
  }),
  done: text().max(160).meta({ label: 'Dere er ferdige når', hint: 'Slik vet dere at trinnet er gjort' }),
  who: z
    .array(
      z.strictObject({
        role: z.enum(roleNames).meta({ label: 'Rolle' }),
        does: text().max(160).meta({ label: 'Gjør', hint: 'Begynn med et verb: «Ringer etter to uker.»' }),
      }),
    )
    .min(1)
    .meta({ label: 'Hvem gjør hva', one: 'rolle' }),
  checklist: z
    .array(text().max(160))
    .min(1)
    .meta({ label: 'Sjekkliste', one: 'punkt', hint: 'I den rekkefølgen det gjøres' }),
  forms: z.array(sitePath()).default([]).meta({
    label: 'Skjemaer',
    hint: 'Skjemaene her som hører til trinnet, for eksempel /meld-behov/',
  }),
  pages: z.array(sitePath()).default([]).meta({
    label: 'Andre sider',
    hint: 'Sider her som hjelper. Vedleggene kommer av seg selv: de sier hvilket trinn de hører til',
  }),
  here: text().max(400).meta({ label: 'Slik hjelper nettstedet', hint: 'Det nettstedet gjør for dere' }),
  experiences: z
    .array(
      z.strictObject({
        text: text().max(240).meta({ label: 'Erfaring' }),
        from: text().max(60).meta({ label: 'Hvor den er fra', hint: 'For eksempel Hamar' }),
        year: z.int().min(1990).max(2100).meta({ label: 'År' }),
      }),
    )
    .min(1)
    .meta({ label: 'Erfaringer', one: 'erfaring', hint: 'Alltid med sted og år' }),
  pitfalls: z
    .array(
      z.strictObject({
        trap: text().max(120).meta({ label: 'Fallgruve' }),
        instead: text().max(200).meta({ label: 'Gjør heller dette' }),
      }),
    )
    .min(1)
    .meta({ label: 'Fallgruver', one: 'fallgruve' }),
  searchWords: z
    .array(text())
    .default([])
    .meta({ label: 'Søkeord', hint: 'Andre ord folk kan finne på å søke med', input: 'words' }),
  owner: text().default('koordinator').meta({
    label: 'Ansvarlig',
    hint: 'Rollen som holder siden ved like. Aldri navnet på en person',
  }),
  reviewBy: optional(day()).meta({ label: 'Se over innen', hint: 'Dagen siden må kontrolleres på nytt' }),
  sources: z.array(source).min(1).meta({ label: 'Kilder', one: 'kilde' }),
})
export type ModelStepText = z.output<typeof modelStepSchema>

/** Everything that a step says in its fields, for measuring how hard it is to read. */
export const textsOf = (data: ModelStepText): string[] => [
  data.description,
  data.done,
  data.here,
  ...data.who.map(({ does }) => does),
  ...data.checklist,
  ...data.experiences.map(({ text }) => text),
  ...data.pitfalls.flatMap(({ trap, instead }) => [trap, instead]),
]

/**
 * The forms that a step names, with their words.
 *
 * @param known every form of the site
 * @throws when it names an address where no form lives: the build stops rather than send people nowhere
 */
export function formsOf<Link extends { readonly href: string }>(
  { slug }: NamedStep,
  { forms }: Pick<ModelStepText, 'forms'>,
  known: readonly Link[],
): Link[] {
  return forms.map((path) => {
    const form = known.find(({ href }) => href === path)
    if (form) return form
    const expected = known.map(({ href }) => href).join(', ')
    throw new Error(`content/model-steps/${slug}.mdx, forms: expected one of ${expected}, got ${path}`)
  })
}

/** One line of who does what, of one role. */
export interface RoleLine {
  readonly step: NamedStep
  readonly does: string
}

/**
 * What each role does through all the steps; roles that do nothing are left out.
 *
 * @example linesByRole(steps)[0] // { role: 'Leder i helse og omsorg', lines: [{ step, does: 'Utpeker koordinator.' }] }
 */
export function linesByRole(steps: readonly { step: NamedStep; data: ModelStepText }[]) {
  return roleNames
    .map((role) => ({
      role: roles[role],
      lines: steps.flatMap(({ step, data }): RoleLine[] =>
        data.who.filter((each) => each.role === role).map(({ does }) => ({ step, does })),
      ),
    }))
    .filter(({ lines }) => lines.length > 0)
}
