/** Keeps every course that anybody signed up for in step with the site: changes, offers, reminders. */
import { listCourseRows, lockCourseRow } from '#db/courses.ts'
import { instantText } from '#db/instant.ts'
import type { Round, RoundPremises } from '../round.ts'
import { counterOf } from './counter.ts'
import { followCourse } from './follow-course.ts'
import { offerSeats } from './offer.ts'
import { remind } from './remind.ts'
import type { Counter } from './tell.ts'

export const seats: Round = {
  name: 'seats',
  everyMinutes: 0.5,
  async run(premises) {
    const edition = await premises.edition()
    if (!edition) return
    const errors: unknown[] = []
    for (const { id, slug, endsAt } of await listCourseRows(premises.db)) {
      const course = edition.courses.find((each) => each.slug === slug)
      if (!course || endsAt <= instantText(premises.now())) continue
      await keep(premises, id, counterOf(premises, edition, course)).catch((error) => errors.push(error))
    }
    premises.wakeDelivery?.()
    if (errors.length > 0) throw new AggregateError(errors, `${errors.length} courses failed`)
  },
}

async function keep({ db }: RoundPremises, id: string, counter: Counter): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await lockCourseRow(trx, id, counter.now)
    await followCourse(trx, counter, row)
    await offerSeats(trx, counter, row)
    await remind(trx, counter, row)
  })
}
