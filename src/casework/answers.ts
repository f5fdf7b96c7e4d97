import type { Answer } from '#forms/answer.ts'

/**
 * Answers by key, as the domain wants them. What was left open is nothing, so that it replaces nothing.
 *
 * @example readAnswers(kept.answers).text('name') // 'Åse-Marié Ø’Næss'
 */
export function readAnswers(answers: readonly Answer[]) {
  const values = new Map(answers.map((answer) => [answer.key, answer.value]))
  return {
    text(key: string): string | undefined {
      const value = values.get(key)
      return typeof value === 'string' ? value : undefined
    },
    keys(key: string): readonly string[] | undefined {
      const value = values.get(key)
      return Array.isArray(value) ? (value as readonly string[]) : undefined
    },
  }
}
