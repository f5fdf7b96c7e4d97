/** A form as the code knows it: keys, kinds, order, rules, purpose and retention. Its words are content. */
import type { Temporal } from 'temporal-polyfill'
import type { Channel } from '#editorial/channel.ts'
import type { Municipality } from '#editorial/municipality.ts'
import type { Question, SitePage } from './question.ts'
import type { Rule } from './rule.ts'
import type { FormWords } from './words.ts'

/** What is asked at one go. */
interface Questions {
  /** In the order they are asked. A key is never renamed once the form is in use: stored answers carry it. */
  readonly questions: Readonly<Record<string, Question>>
  readonly rules: Readonly<Record<string, Rule>>
}

/** A page for those who want to say more, once the first page is received. */
interface MorePage extends Questions {
  /** Below the form's own path. */
  readonly slug: string
}

export interface FormDefinition extends Questions {
  /** The name of its file in `content/forms/` and of its rows. */
  readonly key: string
  /** Where it lives, with both slashes. */
  readonly path: string
  /** What the answers are used for, as the end of «Vi bruker svarene …». */
  readonly purpose: string
  /** Months from when the answers were sent, or last changed, until they are deleted. */
  readonly retentionMonths: number
  /**
   * When answers, or what became of them in the casework, are kept for longer than that: a sentence.
   *
   * @param months the retention in words, `12 måneder`
   */
  readonly keptLonger?: (months: string) => string
  /** Flyers lead to it: which one brought somebody is kept with the answers. */
  readonly fromFlyers?: true
  /** There is one of it for each course, at an address below its path; the occasion says which. */
  readonly forEach?: 'course'
  /** Its answers are a new version of the first page's, under the same reference. */
  readonly more?: MorePage
}

/** Every question of a form, on whichever page. */
export const everyQuestion = ({ questions, more }: FormDefinition): Readonly<Record<string, Question>> => ({
  ...questions,
  ...more?.questions,
})

/** What one of several forms of a kind is about: a course to sign up for. */
export interface Occasion {
  /** The slug of the course. It is kept with the submission. */
  readonly slug: string
  /** Where this form lives, with both slashes, instead of the path of its definition. */
  readonly path: string
  readonly title: string
  /** Seats; nothing when there is room for all. */
  readonly capacity: number | undefined
  readonly startsAt: Temporal.Instant
}

/** A definition with its words and what the municipality has: all that is needed to ask, check and store. */
export interface Form {
  readonly definition: FormDefinition
  readonly words: FormWords
  readonly areas: readonly string[]
  /** What `retentionOf` says. */
  readonly retentionMonths: number
  /** The pages of the site, for the form that asks about them. */
  readonly pages?: readonly SitePage[] | undefined
  /** Where mail about those pages goes, by the role that keeps them up. */
  readonly mailboxes?: Municipality['owners'] | undefined
  readonly occasion?: Occasion | undefined
  /** Where flyers hang: the names that an address may bring along to a form that flyers lead to. */
  readonly channels?: readonly Channel[] | undefined
  /** The form that this is a further page of. Its answers are added to that one's. */
  readonly furtherTo?: Form | undefined
}

/** Where a form lives, with both slashes. */
export const pathOf = ({ definition, occasion }: Form): string => occasion?.path ?? definition.path

/** What a form, its receipt and the privacy page say about the answers. */
export function privacyNotice({ definition, retentionMonths }: Form): string {
  const months = `${retentionMonths} ${retentionMonths === 1 ? 'måned' : 'måneder'}`
  return [
    `Vi bruker svarene ${definition.purpose}.`,
    `Vi sletter dem ${months} etter at du sendte dem.`,
    definition.keptLonger?.(months),
    'Du kan be oss slette dem før.',
  ]
    .filter(Boolean)
    .join(' ')
}
