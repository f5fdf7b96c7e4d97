/** Rules across questions. Each is one function; its sentence is in the form's words. */

export interface Rule {
  /** The questions that it is about. A problem is shown at the first. */
  readonly about: readonly string[]
  /** @param answered the keys of the questions that have an answer */
  holds(answered: ReadonlySet<string>): boolean
}

/**
 * One of several questions must be answered, no matter which. The questions themselves are optional.
 *
 * @example atLeastOne('phone', 'email')
 */
export const atLeastOne = (...about: readonly string[]): Rule => ({
  about,
  holds: (answered) => about.some((key) => answered.has(key)),
})
