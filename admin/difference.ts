/** What somebody else did to a text meanwhile, line by line, for one who has to fit it into her own. */

export interface Difference {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** @example difference('a\nb', 'a\nc') // { added: ['c'], removed: ['b'] } */
export function difference(before: string, after: string): Difference {
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
  const [old, now] = [lines(before), lines(after)]
  return {
    added: now.filter((line) => !old.includes(line)),
    removed: old.filter((line) => !now.includes(line)),
  }
}
