/** How somebody can be reached, as it was typed. */
export interface Reach {
  readonly phone?: string | undefined
  readonly email?: string | undefined
}

/**
 * Whether two may be the same person: one phone number or one mail address in common. Families share both, so a person
 * decides.
 *
 * @example areReachedAlike({ phone: '+4755500212' }, { phone: '55 50 02 12' }) // true
 */
export const areReachedAlike = (one: Reach, other: Reach): boolean =>
  same(digitsOf(one.phone), digitsOf(other.phone)) || same(fold(one.email), fold(other.email))

const same = (one: string, other: string) => one !== '' && one === other
const fold = (email = '') => email.trim().toLowerCase()
const digitsOf = (phone = '') => phone.replace(/\D/g, '').replace(/^47(?=\d{8}$)/, '')
