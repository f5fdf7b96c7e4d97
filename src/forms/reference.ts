/** The reference on a receipt: eight characters that can be read aloud and copied by hand. */

/** No 0 O Q D, 1 I L J, 2 Z, 5 S, 8 B, U V: nothing that looks like another. */
export const referenceAlphabet = '34679ACEFGHKMNPRTWXY'

/** @example showReference('K7M3XWAH') // 'K7M3-XWAH' */
export const showReference = (reference: string): string => `${reference.slice(0, 4)}-${reference.slice(4)}`

/**
 * What somebody typed or followed as a reference, as it is kept.
 *
 * @returns nothing when it cannot be one
 * @example readReference('k7m3-xwah') // 'K7M3XWAH'
 */
export function readReference(typed: string): string | undefined {
  const reference = typed.toUpperCase().replace(/[\s-]/g, '')
  const valid = reference.length === 8 && [...reference].every((letter) => referenceAlphabet.includes(letter))
  return valid ? reference : undefined
}
