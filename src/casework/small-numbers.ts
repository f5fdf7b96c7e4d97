/** Numbers under five can point at somebody, so whoever sees no people does not see them. */

/** The least that is shown. */
const fewest = 5

const isSmall = (count: number): boolean => count > 0 && count < fewest

/**
 * One number that stands alone.
 *
 * @example sayCount(0) // '0'
 * @example sayCount(3) // 'under 5'
 */
export const sayCount = (count: number): string => (isSmall(count) ? `under ${fewest}` : String(count))

/** Counts that add up. What is nothing is hidden. */
export interface Protected {
  readonly counts: readonly (number | undefined)[]
  readonly total: number | undefined
}

/**
 * Hides every small number of a group, and whatever else would give one away when it is taken from the total: the
 * hidden ones are two at least and together no small number, or the total is hidden, too.
 *
 * @example hideSmall([12, 3, 8]) // { counts: [12, undefined, undefined], total: 23 }
 */
export function hideSmall(all: readonly number[]): Protected {
  const hidden = new Set([...all.keys()].filter((index) => isSmall(all[index] ?? 0)))
  const sum = (indexes: Iterable<number>) => [...indexes].reduce((so, index) => so + (all[index] ?? 0), 0)
  const others = [...all.keys()]
    .filter((index) => !hidden.has(index) && (all[index] ?? 0) > 0)
    .sort((one, other) => (all[one] ?? 0) - (all[other] ?? 0))
  const isSafe = () => hidden.size === 0 || (hidden.size > 1 && sum(hidden) >= fewest)
  for (const index of others) if (!isSafe()) hidden.add(index)
  return {
    counts: all.map((count, index) => (hidden.has(index) ? undefined : count)),
    total: isSafe() ? sum(all.keys()) : undefined,
  }
}

/** A number that comes of so many people; nothing when they are few. */
export const unlessFew = <Value>(people: number, value: Value): Value | undefined =>
  people < fewest ? undefined : value

/**
 * How many of how many, in words where a small number would stand on either side.
 *
 * @example sayShare(12, 20) // '12 av 20'
 * @example sayShare(19, 20) // 'De fleste'
 */
export function sayShare(good: number, all: number): string {
  const word = good === all ? 'Alle' : good === 0 ? 'Ingen' : good * 2 > all ? 'De fleste' : 'Noen få'
  const isHidden = isSmall(good) || isSmall(all - good) || good === all || good === 0
  return isHidden ? word : `${good} av ${all}`
}
