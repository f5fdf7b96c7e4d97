/** Chooses the type of a document by the pages that it takes. */

/** In points. Smaller must save a page, and larger must not cost one. */
const usual = 11.5
const smaller = [11, 10.5] as const
const larger = [13, 12.5, 12] as const

/**
 * As few pages as the type can make of it, in the largest type that takes no more.
 *
 * @param most pages: whoever reads more has other cares than whether there is one less
 */
export function onFewestPages(count: (typeSize: number) => number, most = 4): number {
  const pages = count(usual)
  if (pages > most) return usual
  const fewest = pages > 1 ? count(smaller[1]) : pages
  const sizes = fewest < pages ? smaller : larger
  return sizes.find((typeSize) => count(typeSize) <= fewest) ?? usual
}
