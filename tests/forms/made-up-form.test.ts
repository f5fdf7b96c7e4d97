import { expect, test } from 'vitest'
import { answerForm } from '#forms/answer.ts'
import type { FormDefinition } from '#forms/definition.ts'
import { choice } from '#forms/kinds/choice.ts'
import { choices } from '#forms/kinds/choices.ts'
import { longText } from '#forms/kinds/long-text.ts'
import { shortText } from '#forms/kinds/short-text.ts'
import { viewForm } from '#forms/view.ts'
import { fields, formOf } from './fjordvik.ts'

const topic: FormDefinition = {
  key: 'topic',
  path: '/tema/',
  purpose: 'til å velge tema',
  retentionMonths: 1,
  questions: { topic: shortText() },
  rules: {},
}
const words = {
  form: 'topic',
  title: 'Ønsk deg et tema',
  button: 'Send ønsket',
  questions: { topic: { label: 'Hva vil du høre om?' } },
  rules: {},
  receipt: { title: 'Takk!', next: ['Vi leser ønsket ditt.'], subject: 'Vi har fått ønsket ditt' },
  notice: { arrived: 'Nytt tema', changed: 'Endret tema' },
}

test('A new question is one line in the definition and one text in the words', () => {
  const more = { ...topic, questions: { ...topic.questions, story: longText({ optional: true }) } }
  const moreWords = { ...words, questions: { ...words.questions, story: { label: 'Vil du si mer?' } } }
  const form = formOf(more, moreWords)

  const [, story] = viewForm(form, 'k').questions
  expect(story).toMatchObject({
    label: 'Vil du si mer?',
    needed: 'Valgfritt',
    hint: 'Ikke skriv om sykdom eller navn på den du hjelper.',
    control: { shape: 'text' },
  })
  expect(answerForm(form, fields({ topic: 'Søvn', story: 'Linje 1\r\n\r\n\r\nLinje 2' }))).toMatchObject({
    answers: [{ text: 'Søvn' }, { question: 'Vil du si mer?', text: 'Linje 1\n\nLinje 2' }],
  })
})

test('Words that lack a question, or have one too many, are refused', () => {
  expect(() => formOf(topic, { ...words, questions: {} })).toThrow('topic')
  const tooMany = { ...words, questions: { ...words.questions, extra: { label: 'Ekstra' } } }
  expect(() => formOf(topic, tooMany)).toThrow('extra')
})

test('Choices have their keys in the definition and their words in the content', () => {
  const definition = {
    ...topic,
    questions: {
      when: choice(['day', 'evening']),
      liked: choices(['walks', 'talks', 'music'], { optional: true }),
    },
  }
  const form = formOf(definition, {
    ...words,
    questions: {
      when: { label: 'Når passer det?', options: { day: 'På dagtid', evening: 'På kvelden' } },
      liked: { label: 'Hva liker du?', options: { walks: 'Gå tur', talks: 'Prate', music: 'Musikk' } },
    },
  })
  expect(answerForm(form, fields({ when: 'evening', liked: ['music', 'walks', 'music'] }))).toMatchObject({
    answers: [{ text: 'På kvelden' }, { value: ['walks', 'music'], text: 'Gå tur, Musikk' }],
  })
  expect(answerForm(form, fields({ when: 'constructor', liked: 'toString' }))).toMatchObject({
    problems: [{ key: 'when' }, { key: 'liked' }],
  })
  expect(() => formOf(definition, words)).toThrow('when')
})

test('The page gets back every typed text, problems first, each linked to its control', () => {
  const form = formOf(
    { ...topic, questions: { topic: shortText(), kind: choice(['a']) } },
    {
      ...words,
      questions: {
        ...words.questions,
        kind: { label: 'Hva slags?', hint: 'Velg ett.', options: { a: 'A' } },
      },
    },
  )
  const sent = fields({ topic: 'x'.repeat(201), kind: '' })
  const result = answerForm(form, sent)
  if (!('problems' in result)) throw new Error('expected problems')
  const view = viewForm(form, 'k', sent, result.problems)
  expect(view.problems.map((each) => each.href)).toEqual(['#felt-topic', '#felt-kind-1'])
  expect(view.questions).toMatchObject([
    {
      typed: ['x'.repeat(201)],
      problem: view.problems[0]?.text,
      describedBy: 'felt-topic-hjelp felt-topic-feil',
    },
    { needed: 'Må fylles ut', problem: 'Velg ett av svarene', describedBy: 'felt-kind-hjelp felt-kind-feil' },
  ])
})
