/**
 * What home care reports and what a relative asks for becomes a referral. Her own words stay with what she sent, and
 * go when that goes: a referral has no room for them.
 */

import { readAnswers } from '#casework/answers.ts'
import { noPreferences, type ReferralContent } from '#casework/preferences.ts'
import type { ReferralSource } from '#casework/referral.ts'
import type { Database } from '#db/open.ts'
import { addReferral, changeReferral, findReferral, findReferralOf } from '#db/referrals.ts'
import type { Answer } from '#forms/answer.ts'
import { type DayPart, dayParts } from '#forms/choices.ts'
import type { Follow, Kept } from '../followers.ts'

type Read = (answers: readonly Answer[], known: ReferralContent) => ReferralContent

export const takeNeed: Follow = (trx, kept) => take(trx, kept, 'home-care', needOf)
export const takeCoffee: Follow = (trx, kept) => take(trx, kept, 'relative', coffeeOf)

async function take(trx: Database, kept: Kept, source: ReferralSource, read: Read): Promise<void> {
  const { vault, submissionId, answers, now } = kept
  const by = 'public'
  const id = await findReferralOf(trx, submissionId)
  const known = id === undefined ? undefined : await findReferral(trx, vault, id)
  const content = read(answers, known?.content ?? unknown)
  if (known) await changeReferral(trx, vault, { id: known.id, content, by, now })
  else await addReferral(trx, vault, { source, content, submissionId, by, now })
}

const unknown: ReferralContent = { area: '', bestTime: [], urgent: false, preferences: noPreferences }

function needOf(answers: readonly Answer[], known: ReferralContent): ReferralContent {
  const { text, keys } = readAnswers(answers)
  return {
    ...known,
    homeCare: {
      unit: text('unit') ?? known.homeCare?.unit ?? '',
      phone: text('phone') ?? known.homeCare?.phone ?? '',
    },
    area: text('area') ?? known.area,
    urgent: text('urgency') === 'urgent',
    preferences: {
      ...known.preferences,
      times: keys('times') ?? known.preferences.times,
      help: keys('help') ?? known.preferences.help,
    },
  }
}

function coffeeOf(answers: readonly Answer[], known: ReferralContent): ReferralContent {
  const { text, keys } = readAnswers(answers)
  return {
    ...known,
    relative: {
      name: text('name') ?? known.relative?.name ?? '',
      phone: text('phone') ?? known.relative?.phone ?? '',
    },
    area: text('area') ?? known.area,
    bestTime: dayParts.filter((part: DayPart) => keys('bestTime')?.includes(part)),
  }
}
