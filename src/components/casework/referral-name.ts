import type { ReferralContent } from '#casework/preferences.ts'
import { type ReferralSource, referralSources } from '#casework/referral.ts'

/** What a referral is called: the relative when she is known, otherwise who wrote. */
export const referralName = ({
  source,
  content: { relative, homeCare },
}: {
  readonly source: ReferralSource
  readonly content: ReferralContent
}): string => relative?.name || homeCare?.unit || referralSources[source]

/** Whom to call first. */
export const referralPhone = ({ relative, homeCare }: ReferralContent): string | undefined =>
  relative?.phone || homeCare?.phone || undefined
