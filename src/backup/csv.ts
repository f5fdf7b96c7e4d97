/** Rows as a spreadsheet reads them in Norway: semicolons, UTF-8 with its mark, and no cell that is a formula. */

/** Programs run a cell that begins so; OWASP, «CSV Injection». The wide forms are the same signs to them. */
const formula = /^[\s\0]*[=+\-@＝＋－＠|%]|^[\t\r\n]/

/**
 * One cell. What a program could take for a formula gets an apostrophe, also a phone number with +: better one sign too
 * many than a command that somebody typed into a form.
 *
 * @example cell('=1+1') // `"'=1+1"`
 */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return '""'
  if (typeof value === 'number') return `"${value}"`
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** @param rows their columns may differ: the table has all of them, in the order they first appear */
export function csv(rows: readonly Readonly<Record<string, unknown>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = [columns.map(cell), ...rows.map((row) => columns.map((column) => cell(row[column])))]
  return `\uFEFF${lines.map((line) => line.join(';')).join('\r\n')}\r\n`
}
