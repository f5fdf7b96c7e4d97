/** How far a command has come, on stderr, so that what it says in the end can be piped. */

/**
 * @returns to be called as often as one likes: a terminal sees each percent, a log each tenth
 * @example progress('rows')(500, 1000) // 50 % of 1000 rows
 */
export function progress(what: string): (done: number, all: number) => void {
  const step = process.stderr.isTTY ? 1 : 10
  let shown = -1
  return (done, all) => {
    const percent = all === 0 ? 100 : Math.floor((done / all) * 100)
    if (percent < shown + step && percent < 100) return
    if (percent === shown) return
    shown = percent
    const line = `${String(percent).padStart(3)} % of ${all} ${what}`
    process.stderr.write(process.stderr.isTTY ? `\r${line}${percent === 100 ? '\n' : ''}` : `${line}\n`)
  }
}
