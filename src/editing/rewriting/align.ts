/** Which items of a list stayed, which are changed, new or gone. */

/** In the order of the new list. Without `at` the item is new; without `value` it is gone. */
export interface Aligned<Item> {
  readonly at?: number
  readonly value?: Item
}

/**
 * Items that are the same in both lists hold the rest in place. Between two of them the first is the first, the second
 * the second, and what is over is new or gone.
 *
 * @example align(['a', 'b'], ['a', 'x', 'b'], Object.is) // [{ at: 0, value: 'a' }, { value: 'x' }, { at: 1, value: 'b' }]
 */
export function align<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
): Aligned<Item>[] {
  const aligned: Aligned<Item>[] = []
  let [a, b] = [0, 0]
  for (const [i, j] of [...shared(before, after, isSame), [before.length, after.length] as const]) {
    for (; a < i && b < j; a++, b++) aligned.push({ at: a, value: after[b] as Item })
    for (; a < i; a++) aligned.push({ at: a })
    for (; b < j; b++) aligned.push({ value: after[b] as Item })
    if (i < before.length) aligned.push({ at: i, value: after[j] as Item })
    ;[a, b] = [i + 1, j + 1]
  }
  return aligned
}

/** Pairs of items that are worth comparing; two long lists that differ everywhere would fill the memory. */
const most = 1_000_000

/** The longest row of items that both lists have in the same order, as pairs of places. */
function shared<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (a: Item, b: Item) => boolean,
) {
  if (before.length * after.length > most) return []
  const length = before.map(() => new Array<number>(after.length).fill(0))
  const at = (i: number, j: number) => length[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      (length[i] as number[])[j] = isSame(before[i] as Item, after[j] as Item)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (isSame(before[i] as Item, after[j] as Item)) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}
