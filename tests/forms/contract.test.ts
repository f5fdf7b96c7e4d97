/** What every form promises, whichever it is. A new form is tested by being on the list. */
import { describe, expect, test } from 'vitest'
import { measureReadability } from '#editorial/readability.ts'
import { answerForm, type Problem } from '#forms/answer.ts'
import { everyQuestion, type Form, privacyNotice } from '#forms/definition.ts'
import { feedback } from '#forms/feedback.ts'
import { definitions } from '#forms/forms.ts'
import { furtherPage } from '#forms/further-page.ts'
import { retentionOf } from '#forms/retention.ts'
import { reviewForm } from '#forms/review.ts'
import { viewForm } from '#forms/view.ts'
import { fields, shippedForm } from './fjordvik.ts'

const pages: readonly (readonly [string, Form])[] = definitions.flatMap((definition) => {
  const form = shippedForm(definition)
  const further = furtherPage(form)
  return [[definition.path, form] as const, ...(further ? [[further.definition.path, further] as const] : [])]
})

test('There are seven kinds of form, and one of them has a further page', () => {
  expect(definitions.length).toBeGreaterThanOrEqual(7)
  expect(pages.length).toBe(definitions.length + 1)
  expect(new Set(definitions.map(({ key }) => key)).size).toBe(definitions.length)
})

const problemsOf = (form: Form, sent: Parameters<typeof fields>[0]): readonly Problem[] => {
  const result = answerForm(form, fields(sent))
  return 'problems' in result ? result.problems : []
}

describe.each(pages)('The form at %s', (path, form) => {
  const view = viewForm(form, 'k')
  const shown = view.questions.filter(({ control }) => control.shape !== 'hidden')

  test('lives at an address of its own, in Norwegian, and ends in a verb', () => {
    expect(path).toMatch(/^\/[a-z/-]+\/$/)
    expect(view.button).toMatch(/^(Meld|Be|Send|Si|Se) /)
  })

  test('says of each question whether it must be answered', () => {
    for (const { name, needed, required } of shown) {
      if (required) expect(needed, name).toBe('Må fylles ut')
      else expect(needed, name).toMatch(/^(Valgfritt|Fyll ut .+ eller .+)$/)
    }
  })

  test('warns at each box for free text, and nowhere else', () => {
    for (const question of shown) {
      const { kind } = form.definition.questions[question.name] ?? {}
      const isFree = kind === 'shortText' || kind === 'longText'
      expect(question.hint?.includes('Ikke skriv om sykdom eller navn på den du hjelper') ?? false).toBe(
        isFree,
      )
    }
  })

  test('asks at most four things in a row without a heading', () => {
    let inRow = 0
    for (const { heading } of shown) {
      inRow = heading ? 1 : inRow + 1
      expect(inRow, heading).toBeLessThanOrEqual(4)
    }
  })

  test('says what is wrong in the same words at the top and at the field, and leads there', () => {
    const tooLong = Object.fromEntries(shown.map(({ name }) => [name, 'x'.repeat(4000)]))
    for (const sent of [{}, tooLong]) {
      const problems = problemsOf(form, sent)
      const again = viewForm(form, 'k', fields(sent), problems)
      expect(again.problems).toHaveLength(problems.length)
      for (const [place, { key, text }] of problems.entries()) {
        const question = again.questions.find(({ name }) => name === key)
        expect(question?.problem).toBe(text)
        expect(question?.describedBy).toContain(`${question?.id}-feil`)
        expect(again.problems[place]?.text).toBe(text)
        expect(again.problems[place]?.href.startsWith(`#felt-${key}`)).toBe(true)
      }
      for (const { name, typed } of again.questions) expect(typed).toEqual(fields(sent).get(name) ?? [])
    }
  })

  test('refuses an identity number in every box, before anything else', () => {
    for (const { name, control } of shown) {
      if (control.shape !== 'line' && control.shape !== 'text') continue
      const problems = problemsOf(form, { [name]: '135272 48013' })
      expect(problems.find(({ key }) => key === name)?.text).toContain('Ta bort fødselsnummeret')
    }
  })

  test('is as easy to read as a page', () => {
    const { words } = form
    const sentences = [words.intro ?? '', ...words.receipt.next, privacyNotice(form)]
      .concat(Object.values(words.questions).flatMap(({ hint = '' }) => hint))
      .filter(Boolean)
    const { lix, meanSentence } = measureReadability(sentences)
    expect(lix).toBeLessThanOrEqual(35)
    expect(meanSentence).toBeLessThanOrEqual(12)
  })

  test('promises the months that it keeps its answers', () => {
    const { definition } = form
    expect(view.privacy).toContain(definition.purpose)
    expect(view.privacy).toContain(`${definition.retentionMonths} måneder`)
    expect(retentionOf(definition, { retention: {} })).toBe(definition.retentionMonths)
    expect(retentionOf(definition, { retention: { [definition.key]: 1 } })).toBe(1)
    expect(privacyNotice({ ...form, retentionMonths: 1 })).toContain('1 måned etter')
    expect(view.privacy.includes('venter vi til det er over')).toBe(definition.forEach === 'course')
  })
})

describe('The form for home care', () => {
  const need = pages.find(([path]) => path === '/meld-behov/')?.[1] as Form
  const sent = { unit: 'Sone Nord', phone: '55500235', area: 'Sentrum', urgency: 'early', consent: 'yes' }

  test('asks seven things at most, of which none is a name', () => {
    const questions = Object.values(everyQuestion(need.definition))
    expect(questions.length).toBeLessThanOrEqual(7)
    expect(questions.map(({ kind }) => kind)).not.toContain('name')
    expect(questions.map(({ kind }) => kind)).not.toContain('longText')
  })

  test('cannot be sent before the relative has said yes', () => {
    expect(problemsOf(need, sent)).toEqual([])
    for (const consent of ['', 'no', 'on'])
      expect(problemsOf(need, { ...sent, consent }).map(({ key }) => key)).toEqual(['consent'])
  })

  test('gives a sentence for the journal that says nothing of anybody but the reference', () => {
    expect(need.words.receipt.journal).toContain('{referanse}')
  })
})

describe('A week of times', () => {
  const form = pages.find(([path]) => path === '/bli-frivillig/fortell-mer/')?.[1] as Form

  test('is kept as keys in order, and said in words', () => {
    const result = answerForm(form, fields({ times: ['sat-evening', 'mon-morning', 'mon-evening'] }))
    if ('problems' in result) throw new Error('expected answers')
    expect(result.answers[0]).toMatchObject({
      value: ['mon-morning', 'mon-evening', 'sat-evening'],
      text: 'mandag før 12 og etter 17, lørdag etter 17',
    })
    expect(problemsOf(form, { times: 'mon-night' })).toMatchObject([{ key: 'times' }])
  })

  test('is looked over with every other answer before it goes, and nothing typed is lost on the way', () => {
    const sent = fields({ times: ['mon-morning', 'sun-evening'], expectCourse: ' Å <lytte> ', ignored: 'x' })
    const result = answerForm(form, sent)
    if ('problems' in result) throw new Error('expected answers')
    const review = reviewForm(form, 'k', sent, result.answers)
    expect(review.answers.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Å <lytte>', 'Ikke svart']),
    )
    expect(review.answers[0]?.editAction).toBe('/bli-frivillig/fortell-mer/#felt-times-1')
    expect(review.typed).toEqual([
      ['times', 'mon-morning'],
      ['times', 'sun-evening'],
      ['expectCourse', ' Å <lytte> '],
    ])
  })
})

describe('The page that somebody came from', () => {
  const form = {
    ...shippedForm(feedback),
    pages: [
      { href: '/', title: 'Forsiden' },
      { href: '/kafe/', title: 'Kafé' },
    ],
  }
  const pageOf = (page: string) => {
    const result = answerForm(form, fields({ page, message: 'Mangler pris' }))
    return 'answers' in result ? result.answers[0]?.text : undefined
  }

  test('is kept when it is a page of the site, and left out without a word when not', () => {
    expect(pageOf('/kafe/')).toBe('Kafé')
    expect(pageOf('/kafe/etter-pa/')).toBe('Kafé')
    for (const other of ['https://evil.example/', '//evil.example/', '/finnes-ikke/', '<script>', ''])
      expect(pageOf(other), other).toBe('')
  })
})
