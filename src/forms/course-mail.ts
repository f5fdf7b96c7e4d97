/** The words of what people on a course are told: `content/pages/<locale>/course-mail.yaml`. */
import { z } from 'zod'
import { text } from '#editorial/field.ts'

/** What the words may name in curly brackets, and what stands there in the mail. */
const names = ['kurs', 'når', 'sted', 'lenke', 'frist', 'nummer', 'datoer'] as const
export type CourseMailName = (typeof names)[number]

const words = () =>
  text().refine(
    (value) => [...value.matchAll(/\{([^}]*)\}/g)].every(([, name]) => names.some((each) => each === name)),
    { error: `I krøllparentes kan det bare stå ${names.join(', ')}` },
  )

const hint = 'Kan nevne {kurs}, {når}, {sted}, {lenke} og {frist}'
const list = () => z.array(words().max(300)).min(1)
/** The link in a mail lets whoever has it leave in her place. */
const shownToOthers = () =>
  list().refine((lines) => !lines.some((line) => line.includes('{lenke}')), {
    error: 'Andre kan se kvitteringen, så her kan {lenke} ikke stå',
  })
const steps = (label: string) =>
  z
    .strictObject({
      title: text().max(60).meta({ label: 'Overskrift på kvitteringen' }),
      shown: shownToOthers().meta({
        label: 'På kvitteringen',
        one: 'setning',
        hint: 'Andre kan se siden: aldri {lenke}',
      }),
      next: list().meta({ label: 'I e-posten', one: 'setning', hint: 'Én setning for hvert steg' }),
    })
    .meta({ label })
const mail = (label: string) =>
  z
    .strictObject({
      subject: text().max(80).meta({ label: 'Emne', hint: 'Aldri navn eller annet om den som får den' }),
      text: words().max(1500).meta({ label: 'Tekst', hint }),
    })
    .meta({ label })

export const courseMailSchema = z.strictObject({
  seated: steps('Har fått plass'),
  waiting: steps('Står på venteliste'),
  offered: mail('En plass er blitt ledig'),
  accepted: mail('Takket ja til plassen'),
  expired: mail('Fristen for å takke ja gikk ut'),
  left: mail('Meldte seg av'),
  threeDays: mail('Påminning tre dager før'),
  oneDay: mail('Påminning dagen før'),
  changed: mail('En dato er endret'),
  cancelled: mail('Kurset er avlyst'),
})
export type CourseMail = z.output<typeof courseMailSchema>
/** Those that are a mail of their own; the rest is said in the confirmation. */
export type CourseMailKind = Exclude<keyof CourseMail, 'seated' | 'waiting'>
