/**
 * Text that nobody writes by hand, and that parsers of Markdown and YAML work at for minutes: each sign that may begin
 * something sends them looking through all that follows. Meanwhile nobody else would be answered. So it is found
 * first, in one quick look.
 */

/** Of signs that begin something. The fullest text that we have has 120. */
const mostOpenings = 1000
/** Of lines and of fields. The longest text that we have has 700. */
const mostFields = 5000

/** Quotations in lists in quotations, on one line. */
const nested = /(?:(?:^|[ \t])(?:[-*+?]|\d{1,9}[.)])(?=[ \t])|[ \t]*>){20}/m

/** @example isTangled('>'.repeat(100)) // true */
export const isTangled = (text: string): boolean =>
  nested.test(text) || has(text, /[<{[&]/g, mostOpenings) || has(text, /[\n:]/g, mostFields)

function has(text: string, sign: RegExp, more: number): boolean {
  let count = 0
  for (const _ of text.matchAll(sign)) if (++count > more) return true
  return false
}

/** What an editor is told. */
export const tangled =
  'Teksten er for innfløkt til å leses. Den har for mange nivåer inni hverandre, for mange linjer eller for mange av tegnene < { [ og &'
