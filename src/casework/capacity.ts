/** Free volunteers against those who wait, and the line on the front page that a person chooses from it. */
import { type Act, latest } from './act.ts'
import { isWaiting, type ReferralFacts, referralState } from './referral.ts'
import { type CertificateChoice, type VolunteerFacts, volunteerState } from './volunteer.ts'

/** What the site can say. Kept as details of acts: a name is never changed once in use. */
export const publicLines = {
  free: 'Vi har ledige frivillige',
  needed: 'Vi trenger flere frivillige',
  none: 'Si ingenting',
} as const
export type PublicLine = keyof typeof publicLines

export const isPublicLine = (text: string): text is PublicLine => Object.hasOwn(publicLines, text)

/** What was chosen last. While nobody has chosen, the site says nothing. */
export function chosenLine(deployment: readonly Act<'deployment'>[]): PublicLine {
  const chosen = latest(deployment, ['choose-line'])?.detail ?? 'none'
  return isPublicLine(chosen) ? chosen : 'none'
}

export interface AreaCapacity {
  readonly area: string
  readonly free: number
  readonly waiting: number
}

interface Of {
  /** Compared only for being the same. */
  readonly area: string
}

/**
 * @param areas the municipality's, each with what rows of it have as their area
 * @returns a row for each area in that order, then one for all other places when anybody is there
 */
export function capacityByArea(
  volunteers: readonly (Omit<VolunteerFacts, 'certificate'> & Of)[],
  referrals: readonly (ReferralFacts & Of)[],
  areas: ReadonlyMap<string, string>,
  certificate: CertificateChoice,
): AreaCapacity[] {
  const elsewhere = 'Andre steder'
  const count = (rows: readonly Of[]) => Map.groupBy(rows, ({ area }) => areas.get(area) ?? elsewhere)
  const free = count(volunteers.filter((each) => volunteerState({ ...each, certificate }) === 'free'))
  const waiting = count(referrals.filter((each) => isWaiting(referralState(each))))
  return [...areas.values(), elsewhere]
    .map((area) => ({
      area,
      free: free.get(area)?.length ?? 0,
      waiting: waiting.get(area)?.length ?? 0,
    }))
    .filter((row) => row.area !== elsewhere || row.free + row.waiting > 0)
}

/** What the numbers speak for. A person decides: they do not know who fits whom. */
export function suggestedLine({ free, waiting }: Omit<AreaCapacity, 'area'>): PublicLine {
  if (free > waiting) return 'free'
  return waiting > free ? 'needed' : 'none'
}
