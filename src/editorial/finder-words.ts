/** The words of the finder. Its keys are those of finder.ts: a missing or unknown one stops the build. */
import { z } from 'zod'
import { text } from './field.ts'
import { type FinderQuestion, finderQuestions } from './finder.ts'
import { answerLabels, questionLabels } from './finder-labels.ts'

const question = (name: FinderQuestion) =>
  z
    .strictObject({
      label: text().meta({ label: 'Spørsmål' }),
      answers: z
        .strictObject(
          Object.fromEntries(
            finderQuestions[name].map((answer) => [answer, text().meta({ label: answerLabels[answer] })]),
          ),
        )
        .meta({ label: 'Svar' }),
    })
    .meta({ label: questionLabels[name] })

export const finderSchema = z.strictObject({
  title: text().meta({ label: 'Tittel' }),
  description: text().max(160).meta({ label: 'Kort om siden' }),
  intro: text().meta({ label: 'Ingress' }),
  privacy: text().meta({ label: 'Om svarene' }),
  button: text().meta({ label: 'Knapp' }),
  unknown: text().meta({ label: 'Vet ikke' }),
  questions: z
    .strictObject({
      recipient: question('recipient'),
      illness: question('illness'),
      load: question('load'),
      home: question('home'),
      work: question('work'),
      need: question('need'),
    })
    .meta({ label: 'Spørsmål' }),
  likely: text().meta({ label: 'Over de beste svarene' }),
  possible: text().meta({ label: 'Over de neste svarene' }),
  nothing: text().meta({ label: 'Når ingenting passer' }),
  call: text().meta({ label: 'Om å ringe' }),
  again: text().meta({ label: 'Svar på nytt' }),
  someone: text().meta({ label: 'Over noen å snakke med' }),
})
export type FinderWords = z.output<typeof finderSchema>
