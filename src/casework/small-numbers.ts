/** Numbers under five can point at somebody, so whoever sees no people does not see them. */

/** The least that is shown. */
export const fewest = 5

/** Stands where a number was hidden: said, so that nobody reads it as none. */
export const hidden = 'under 5'

/**
 * @example sayCount(0) // '0'
 * @example sayCount(3) // 'under 5'
 */
export const sayCount = (count: number): string => (count > 0 && count < fewest ? hidden : String(count))
