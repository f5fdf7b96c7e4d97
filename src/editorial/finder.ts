/**
 * The finder: at most six questions, then the rights that probably fit, and why. Pure and without imports, for it
 * runs in the browser and on the server alike. A right says in its front matter when it fits; no code knows rights.
 */

/** What may be asked, and the answers. The words stand in `content/pages/<locale>/finder.yaml`. */
export const finderQuestions = {
  recipient: ['child', 'grownChild', 'partner', 'parent', 'other'],
  illness: ['dementia', 'serious', 'mental', 'disability', 'death', 'other'],
  load: ['some', 'much', 'constant'],
  home: ['together', 'ownHome', 'institution'],
  work: ['employed', 'notEmployed'],
  need: ['rest', 'money', 'leave', 'knowledge', 'say', 'someone'],
} as const

export type FinderQuestion = keyof typeof finderQuestions
/** Answers by question. An absent answer is «vet ikke». */
export type FinderAnswers = { readonly [Q in FinderQuestion]?: (typeof finderQuestions)[Q][number] }

/** When a right fits: for each question named, one of these answers. `helps` says which needs it meets. */
export interface Fit {
  readonly when: { readonly [Q in FinderQuestion]?: readonly string[] }
  readonly helps: readonly string[]
}

/** A right as the finder shows it. */
export interface FoundRight {
  readonly path: string
  readonly title: string
  readonly why: string
  readonly nextStep: string
  readonly fit: Fit
}

export interface Found<Right> {
  /** Everything known speaks for these, and next to nothing is unknown. Best first. */
  readonly likely: readonly Right[]
  /** Nothing speaks against these. Best first. */
  readonly possible: readonly Right[]
}

/** More than this is no help at two in the morning. */
const most = { likely: 6, possible: 4 }

/**
 * Sorts rights by how well they fit. The same answers give the same list everywhere; ties keep the order given.
 *
 * @example findRights([{ fit: { when: { work: ['employed'] }, helps: ['leave'] } }], { work: 'employed' }).likely.length // 1
 */
export function findRights<Right extends { readonly fit: Fit }>(
  rights: readonly Right[],
  answers: FinderAnswers,
): Found<Right> {
  const weighed = rights
    .map((right) => ({ right, ...weigh(right.fit, answers) }))
    .filter((each) => !each.contradicted)
    .sort((a, b) => b.score - a.score)
  const likely = weighed.filter((each) => each.certain && each.score > 0).slice(0, most.likely)
  const possible = weighed.filter((each) => !likely.includes(each) && each.score > 0).slice(0, most.possible)
  return { likely: likely.map((each) => each.right), possible: possible.map((each) => each.right) }
}

/** A need that is met weighs most, then that something known speaks for the right; the pages' own order does the rest. */
function weigh({ when, helps }: Fit, answers: FinderAnswers) {
  let met = false
  let unknown = 0
  let contradicted = false
  for (const [question, accepted] of Object.entries(when)) {
    const answer = answers[question as FinderQuestion]
    if (answer === undefined) unknown++
    else if (accepted.includes(answer)) met = true
    else contradicted = true
  }
  const meetsNeed = answers.need !== undefined && helps.includes(answers.need)
  return {
    contradicted,
    // Who asks for just this, and fits as far as we know, may have left one question open.
    certain: unknown <= Number(met && meetsNeed) && (meetsNeed || answers.need === undefined),
    score: (meetsNeed ? 2 : 0) + (met ? 1 : 0),
  }
}

/**
 * Keeps only answers that the questions allow: what comes from a form is hostile until proven otherwise.
 *
 * @param given the value of a form field, or nothing
 */
export function readAnswers(given: (question: FinderQuestion) => unknown): FinderAnswers {
  const pairs = Object.entries(finderQuestions).map(([question, allowed]) => {
    const value = given(question as FinderQuestion)
    return [question, (allowed as readonly unknown[]).includes(value) ? value : undefined]
  })
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}
