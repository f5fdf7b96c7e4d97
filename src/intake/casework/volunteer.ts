/** A sign-up becomes a volunteer; her second page, or a correction, changes what is known about her. */

import { readAnswers } from '#casework/answers.ts'
import { noPreferences, type Preferences, type VolunteerContent } from '#casework/preferences.ts'
import type { Database } from '#db/open.ts'
import { addVolunteer, changeVolunteer, findVolunteer, findVolunteerOf } from '#db/volunteers.ts'
import type { Answer } from '#forms/answer.ts'
import type { Kept } from '../followers.ts'

export async function takeVolunteer(trx: Database, kept: Kept): Promise<void> {
  const { vault, submissionId, answers, now } = kept
  const by = 'public'
  const id = await findVolunteerOf(trx, submissionId)
  const known = id === undefined ? undefined : await findVolunteer(trx, vault, id)
  const content = volunteerOf(answers, known?.content)
  if (known) await changeVolunteer(trx, vault, { id: known.id, content, by, now })
  else await addVolunteer(trx, vault, { content, submissionId, by, now })
}

/** What the form says, over what was known: an open answer takes nothing away that a coordinator wrote down. */
function volunteerOf(answers: readonly Answer[], known?: VolunteerContent): VolunteerContent {
  const { text, keys } = readAnswers(answers)
  const before: Preferences = known?.preferences ?? noPreferences
  return {
    ...known,
    name: text('name') ?? known?.name ?? '',
    phone: text('phone') ?? known?.phone,
    email: text('email') ?? known?.email,
    area: text('area') ?? known?.area ?? '',
    preferences: {
      times: keys('times') ?? before.times,
      help: keys('help') ?? before.help,
      interests: keys('interests') ?? before.interests,
      languages: keys('languages') ?? before.languages,
      limits: keys('limits') ?? before.limits,
    },
  }
}
