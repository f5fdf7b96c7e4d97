/** Lets the stories of the demonstration happen: what people send goes through the forms, the rest is acts. */
import type { Temporal } from 'temporal-polyfill'
import type { SubjectTable } from '#casework/act.ts'
import type { ReferralContent } from '#casework/preferences.ts'
import { endMatch } from '#db/endings.ts'
import { setHomeAddress } from '#db/home-address.ts'
import { loadKnown } from '#db/known.ts'
import { addMatch, agreeMeeting, signAgreement } from '#db/matches.ts'
import type { Database } from '#db/open.ts'
import { recordAct } from '#db/record-act.ts'
import { changeReferral, findReferral, findReferralOf } from '#db/referrals.ts'
import { findSubmissionHistory } from '#db/submission-history.ts'
import { findVolunteerOf } from '#db/volunteers.ts'
import type { Form } from '#forms/definition.ts'
import { furtherPage } from '#forms/further-page.ts'
import { keyField } from '#forms/view.ts'
import type { Sender } from '#intake/premises.ts'
import { receive } from '#intake/receive.ts'
import type { Runtime } from '#server/runtime.ts'
import { signUps } from './people.ts'
import {
  type MatchStory,
  matchStories,
  type ReferralStory,
  referralStories,
  supervisionDaysAgo,
  type Told,
  type VolunteerStory,
  volunteerStories,
} from './stories.ts'

export interface Stage {
  readonly runtime: Runtime
  readonly sender: Sender
  readonly forms: { readonly volunteer: Form; readonly need: Form; readonly coffee: Form }
  readonly staffId: string
}

/** Run again it adds nothing. */
export async function seedCasework(stage: Stage): Promise<void> {
  const { db } = stage.runtime
  if ((await loadKnown(db)).matches.length > 0) return
  const volunteers = new Map<string, string>()
  for (const story of volunteerStories) volunteers.set(story.name, await tellVolunteer(stage, story))
  const referrals = new Map<string, string>()
  for (const story of referralStories) referrals.set(story.key, await tellReferral(stage, story))
  await db.transaction().execute(async (trx) => {
    for (const story of matchStories) {
      const volunteerId = volunteers.get(story.volunteer) ?? ''
      const referralId = referrals.get(story.referral) ?? ''
      await tellMatch(trx, stage, story, { volunteerId, referralId })
    }
    const all = { table: 'deployment', id: 'all' } as const
    const at = moment(stage, supervisionDaysAgo)
    const { vault } = stage.runtime
    await recordAct(trx, vault, { subject: all, name: 'hold-supervision', by: stage.staffId, ...at })
  })
}

/** A moment so many days ago, and the day that it was. */
function moment({ runtime }: Stage, daysAgo: number): { now: Temporal.Instant; date: string } {
  const minutes = Math.round(daysAgo * 24 * 60)
  const now = runtime.now().subtract({ minutes })
  return { now, date: now.toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString() }
}

type Typed = Readonly<Record<string, string | readonly string[]>>

/** @returns the id of the submission */
async function send(stage: Stage, form: Form, key: string, daysAgo: number, typed: Typed): Promise<string> {
  const { db, vault } = stage.runtime
  const fields = new Map(
    Object.entries({ ...typed, [keyField]: key }).map(([name, text]) => [name, [text].flat()]),
  )
  const { now } = moment(stage, daysAgo)
  const result = await receive({ db, vault, now: () => now }, stage.sender, form, fields)
  if ('problems' in result)
    throw new Error(`${key}: expected answers that the form takes, got ${JSON.stringify(result.problems)}`)
  const sent = await findSubmissionHistory(db, vault, result.receipt.reference)
  if (!sent) throw new Error(`${key}: expected a submission, got none`)
  return sent.id
}

async function tellVolunteer(stage: Stage, story: VolunteerStory): Promise<string> {
  const { name, answers, more, acts = [] } = story
  const known = signUps.find((each) => each.name === name)
  const { hoursAgo, ...typed } = known ?? { hoursAgo: 24 * (story.daysAgo ?? 0), name, ...answers }
  const form = stage.forms.volunteer
  const further = furtherPage(form)
  const key = `demo ${name}`
  const submissionId = await send(stage, form, key, hoursAgo / 24, typed)
  if (more && further) await send(stage, further, key, hoursAgo / 24, more)
  const id = await findVolunteerOf(stage.runtime.db, submissionId)
  if (!id) throw new Error(`${name}: expected a volunteer, got none`)
  await tell(stage, 'volunteers', id, acts)
  return id
}

async function tellReferral(stage: Stage, story: ReferralStory): Promise<string> {
  const { db, vault } = stage.runtime
  const { key, form, daysAgo, answers, learnt, acts = [] } = story
  const submissionId = await send(stage, stage.forms[form], `demo ${key}`, daysAgo, answers)
  const id = await findReferralOf(db, submissionId)
  const referral = id && (await findReferral(db, vault, id))
  if (!referral) throw new Error(`${key}: expected a referral, got none`)
  const { relative, ...preferences } = learnt ?? {}
  const content: ReferralContent = {
    ...referral.content,
    relative: relative ?? referral.content.relative,
    preferences: { ...referral.content.preferences, ...preferences },
  }
  const change = { id, content, by: stage.staffId, now: moment(stage, acts[0]?.daysAgo ?? daysAgo).now }
  if (learnt) await db.transaction().execute((trx) => changeReferral(trx, vault, change))
  await tell(stage, 'referrals', id, acts)
  return id
}

async function tell<Table extends 'volunteers' | 'referrals'>(
  stage: Stage,
  table: Table & SubjectTable,
  id: string,
  acts: readonly Told<Table>[],
): Promise<void> {
  const { db, vault } = stage.runtime
  await db.transaction().execute(async (trx) => {
    for (const { act, daysAgo, aboutDaysAgo = daysAgo, detail, note } of acts)
      await recordAct(trx, vault, {
        subject: { table, id },
        name: act,
        by: stage.staffId,
        detail,
        note,
        now: moment(stage, daysAgo).now,
        date: moment(stage, aboutDaysAgo).date,
      })
  })
}

async function tellMatch(
  trx: Database,
  stage: Stage,
  story: MatchStory,
  ids: { volunteerId: string; referralId: string },
): Promise<void> {
  const { vault } = stage.runtime
  const by = stage.staffId
  const proposed = moment(stage, story.proposedDaysAgo).now
  const id = await addMatch(trx, vault, { ...ids, by, now: proposed })
  const met = moment(stage, story.meetingDaysAgo)
  const meeting = { date: met.date, time: '17:00', place: story.place }
  await agreeMeeting(trx, vault, { id, meeting, by, now: proposed })
  if (story.homeAddress) await setHomeAddress(trx, vault, ids.referralId, story.homeAddress)
  if (story.startDaysAgo === undefined) return
  const subject = { table: 'matches', id } as const
  await recordAct(trx, vault, { subject, name: 'hold-meeting', by, ...met })
  await signAgreement(trx, vault, {
    id,
    agreement: {
      frequency: 'weekly',
      weekday: story.weekday ?? 'fri',
      time: '11:00',
      hours: 2,
      startDate: moment(stage, story.startDaysAgo).date,
      reviewDate: moment(stage, story.reviewDaysAgo ?? 0).date,
      travelCosts: true,
      signedOn: met.date,
    },
    by,
    now: met.now,
  })
  for (const { act, daysAgo } of story.calls ?? [])
    await recordAct(trx, vault, { subject, name: act, by, ...moment(stage, daysAgo) })
  if (story.death)
    await endMatch(trx, vault, { id, reason: 'death', by, ...moment(stage, story.death.daysAgo) })
}
