import type { Figure } from '#casework/figures.ts'

/** Stands where a number was hidden: said, so that nobody reads it as none. */
const hidden = 'skjult'

/**
 * A figure as Norwegians write it, with a decimal comma.
 *
 * @example sayFigure(2.5) // '2,5'
 * @example sayFigure(undefined) // 'skjult'
 */
export const sayFigure = (value: Figure['value']): string =>
  value === undefined ? hidden : value === 'none' ? 'ingen ennå' : String(value).replace('.', ',')
