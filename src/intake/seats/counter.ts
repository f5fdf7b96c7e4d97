import type { Course } from '#calendar/course.ts'
import { publicPhone } from '#editorial/municipality.ts'
import type { Premises } from '../premises.ts'
import type { Edition } from '../round.ts'
import type { Counter } from './tell.ts'

/** What is at hand for one course. @param premises.origin where links in mail lead, without a stroke at the end */
export function counterOf(
  { vault, now, origin }: Pick<Premises, 'vault' | 'now'> & { readonly origin: string },
  { municipality, courseMail: words }: Edition,
  course: Course,
): Counter {
  const phone = publicPhone(municipality, 'adults')
  return {
    vault,
    sender: { municipality: municipality.officialName, phone, origin },
    words,
    course,
    now: now(),
  }
}
