/**
 * What a volunteer offers and a referral needs, in the same keys, so that they can be compared. The keys are those of
 * src/forms/choices.ts; their words are content.
 */
import type { DayPart } from '#forms/choices.ts'
import { holdsIdentityNumber } from '#forms/identity-number.ts'

export interface Preferences {
  /** Parts of the week, `monday-morning`. */
  readonly times: readonly string[]
  /** Kinds of help. */
  readonly help: readonly string[]
  /** What she likes to do; in a referral, what the recipient likes. */
  readonly interests: readonly string[]
  readonly languages: readonly string[]
  /** What she cannot do; in a referral, what is so at home. The same key in both stands in the way: stairs, pets, smoke. */
  readonly limits: readonly string[]
}

export const noPreferences: Preferences = { times: [], help: [], interests: [], languages: [], limits: [] }

/** A volunteer as she is kept, sealed. */
export interface VolunteerContent {
  readonly name: string
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly area: string
  readonly preferences: Preferences
  /** What she is called in Frida, the register of the volunteer centres. */
  readonly frida?: string | undefined
}

/** A referral as it is kept, sealed; never more than this, and never a diagnosis. The home address is kept apart. */
export interface ReferralContent {
  /** Known from the start when she wrote herself, otherwise after the first call with home care. */
  readonly relative?: { readonly name: string; readonly phone: string } | undefined
  readonly homeCare?: { readonly unit: string; readonly phone: string } | undefined
  readonly area: string
  /** When she wants to be called. */
  readonly bestTime: readonly DayPart[]
  readonly urgent: boolean
  readonly preferences: Preferences
}

/** Said at every box where staff write freely. */
export const staffTextWarning =
  'Ikke skriv diagnose, sykdom, fødselsnummer eller navn på den som får hjelp. Den det gjelder, kan be om å få lese det.'

/**
 * What is wrong with a text that staff wrote.
 *
 * @returns a Norwegian sentence, or nothing
 * @example problemOf('Født 01019012345') // 'Ta bort fødselsnummeret. …'
 */
export const problemOf = (text: string): string | undefined =>
  holdsIdentityNumber(text)
    ? 'Ta bort fødselsnummeret. Vi trenger det ikke, og vi har ikke lagret noe'
    : undefined
