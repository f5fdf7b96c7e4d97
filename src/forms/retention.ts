/** How long answers are kept: as the form says, unless the municipality says otherwise. */
import type { Municipality } from '#editorial/municipality.ts'
import type { FormDefinition } from './definition.ts'

/**
 * What the purge keeps to, and the form, its receipt and the privacy page promise.
 *
 * @returns whole months, counted from when answers were sent or last changed
 * @example retentionOf(volunteer, { retention: { volunteer: 6 } }) // 6
 */
export const retentionOf = (
  { key, retentionMonths }: Pick<FormDefinition, 'key' | 'retentionMonths'>,
  { retention }: Pick<Municipality, 'retention'>,
): number => retention[key] ?? retentionMonths
