/**
 * The contract of a kind of question: it says how it is drawn, reads what was typed, and says its own answer as text.
 * A kind is one function in `kinds/`; a question is one call of it in a definition.
 */

/** What is kept of an answer. Lists are for questions with several choices. */
export type Value = string | readonly string[]

/** A problem is a Norwegian sentence that says what to do. */
export type Checked = { readonly value: Value } | { readonly problem: string }

/** The words of one question, from `content/forms/`. */
export interface QuestionWords {
  readonly label: string
  readonly hint?: string | undefined
  /** What to say when a required question has no answer, instead of the kind's own sentence. */
  readonly missing?: string | undefined
  /** Begins a theme: said above this question and those that follow. */
  readonly heading?: string | undefined
  /** The words of each choice, by its key. */
  readonly options?: Readonly<Record<string, string>> | undefined
}

/** A page that a reader can come from. */
export interface SitePage {
  readonly href: string
  readonly title: string
  /** The role that keeps it up, where it has one. */
  readonly owner?: string | undefined
}

/** What a kind may look at: its words, and what the municipality and its site have. */
export interface Asked {
  readonly words: QuestionWords
  readonly areas: readonly string[]
  /** The pages that a reader can come from. */
  readonly pages?: readonly SitePage[]
}

export interface Option {
  readonly value: string
  readonly label: string
}

/** What to draw. */
export type Control =
  | {
      readonly shape: 'line'
      readonly type: 'text' | 'tel' | 'email'
      readonly autocomplete?: string
      readonly inputmode?: 'tel' | 'email'
    }
  | { readonly shape: 'text'; readonly rows: number }
  | { readonly shape: 'options'; readonly many: boolean; readonly options: readonly Option[] }
  | {
      readonly shape: 'grid'
      readonly columns: readonly string[]
      readonly rows: readonly { readonly label: string; readonly options: readonly Option[] }[]
    }
  /** Not shown. `query` is the name in the address that fills it. */
  | { readonly shape: 'hidden'; readonly query: string }

export interface Question {
  /** The kind's name, kept with every answer. */
  readonly kind: string
  /** What an editor sees above the question's words. */
  readonly label: string
  readonly required: boolean
  /** What to say when nothing is typed and the words have no sentence of their own. */
  readonly missing: string
  /** Said at the field whatever the words say. */
  readonly warning?: string
  /** The keys that the words must name, for choices. */
  readonly optionKeys?: readonly string[]
  control(asked: Asked): Control
  /** @param typed what was sent, as sent; at least one text that is not blank */
  check(typed: readonly string[], asked: Asked): Checked
  /** The answer in words, for people, mail and CSV. */
  asText(value: Value, asked: Asked): string
}

/** What every kind takes. A question is required unless it says otherwise. */
export interface Settings {
  readonly optional?: boolean
}

/** Said at every box for free text. */
export const freeTextWarning = 'Ikke skriv om sykdom eller navn på den du hjelper.'

/** A field sent twice counts once: the first that is not blank. */
export const firstOf = (typed: readonly string[]): string => typed.find((text) => text.trim() !== '') ?? ''

/** Counts letters as people do: æ is one, and so is an emoji of several code points. */
export function tooLong(text: string, most: number): { problem: string } | undefined {
  if (text.length <= most) return undefined
  const length = [...new Intl.Segmenter('nb').segment(text)].length
  if (length <= most && text.length <= most * 8) return undefined
  return { problem: `Skriv kortere: høyst ${most} tegn. Nå er det ${length}` }
}
