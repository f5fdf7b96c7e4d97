/** What people say about the pages of the site, gathered page by page. */
import type { Answer } from '#forms/answer.ts'

interface Said {
  readonly reference: string
  readonly changedAt: string
  readonly answers: readonly Answer[]
}

export interface PageFeedback {
  /** The path of the page; nothing when the person did not come from one. */
  readonly path: string | undefined
  readonly title: string
  readonly messages: readonly { readonly reference: string; readonly at: string; readonly text: string }[]
}

/** The page with the most to say first; within a page in the order given. */
export function gatherByPage(feedback: readonly Said[]): PageFeedback[] {
  const pages = Map.groupBy(feedback, ({ answers }) => answerOf(answers, 'page')?.value || undefined)
  return [...pages]
    .map(([path, all]) => ({
      path: typeof path === 'string' ? path : undefined,
      title: answerOf(all[0]?.answers ?? [], 'page')?.text || 'Ikke om en bestemt side',
      messages: all.map(({ reference, changedAt, answers }) => ({
        reference,
        at: changedAt,
        text: answerOf(answers, 'message')?.text ?? '',
      })),
    }))
    .sort((one, other) => other.messages.length - one.messages.length)
}

const answerOf = (answers: readonly Answer[], key: string) => answers.find((each) => each.key === key)
