/**
 * Text that nobody writes by hand, and that parsers of Markdown and YAML work at for minutes: each sign that may begin
 * something sends them looking through all that follows. Meanwhile nobody else would be answered. So it is found
 * first, in one quick look.
 */

/** Of signs that may mean something: from each the other end is looked for. The fullest text that we have has 240. */
const mostSigns = 1000
const signs = /[!-+<-@[-`{-~]|--|\.\.\.|www\.|:\/\//gi
/** Of lines and of fields. The longest text that we have has 700. */
const mostFields = 5000

/** Quotations in lists in quotations, on one line. */
const nested = /(?:(?:^| )(?:[-*+?]|\d{1,9}[.)])(?= )| ?>){20}/m

/** @example isTangled('>'.repeat(100)) // true */
export const isTangled = (text: string): boolean =>
  nested.test(text.replace(/[ \t]+/g, ' ')) || has(text, signs, mostSigns) || has(text, /[\n:]/g, mostFields)

/** The same of data as JSON, whose own signs lead nowhere: only how deep it may go is asked. */
export const isTangledJson = (text: string): boolean => has(text, /[{[]/g, mostSigns)

function has(text: string, sign: RegExp, more: number): boolean {
  let count = 0
  for (const _ of text.matchAll(sign)) if (++count > more) return true
  return false
}

/** What an editor is told. */
export const tangled =
  'Teksten er for innfløkt til å leses. Den har for mange nivåer inni hverandre, for mange linjer eller for mange tegn som < { [ & _ og *'
