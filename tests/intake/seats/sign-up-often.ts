/**
 * A process in which many sign up for one seat at once: `node sign-up-often.ts OPTIONS FROM HOW`. `locked` goes the
 * way of every sign-up. `unlocked` takes the same steps without the lock, to show that it is the lock that helps.
 */
import { Temporal } from 'temporal-polyfill'
import { lockCourse } from '#db/courses.ts'
import { type Database, openDatabase } from '#db/open.ts'
import { addSignUp, countSeats } from '#db/sign-ups.ts'
import { addSubmission } from '#db/submissions.ts'
import { receive } from '#intake/receive.ts'
import { seenAs } from '#intake/seats/occasion.ts'
import { hasRoom } from '#intake/seats/take-seat.ts'
import { noLimits } from '#intake/suspect.ts'
import { madeUpCourse } from '../../calendar/made-up-course.ts'
import { fields } from '../../forms/fjordvik.ts'
import { courseForm } from './course-form.ts'

const many = 100
const options = JSON.parse(process.argv[2] ?? '')
const from = Number(process.argv[3])
const now = Temporal.Instant.from('2027-01-04T08:00:00Z')
const { db, vault, close } = await openDatabase({ ...options, key: Buffer.from(options.key, 'base64'), now })
const course = madeUpCourse({ capacity: 1 })
const people = Array.from({ length: many }, (_, index) => `Nummer ${from + index}`)
if (process.argv[4] === 'locked') await Promise.all(people.map(signUp))
// All look before anybody writes; the writing is in turn, for what it shows is decided by then.
else for (const write of await Promise.all(people.map(signUpUnlocked))) await write()
await close()

async function signUp(name: string) {
  const typed = fields({ name, email: `${name.replace(' ', '')}@fjordvik.example` })
  const sender = {
    municipality: '',
    phone: { name: '', number: '', local: true },
    origin: 'https://fjordvik.example',
  }
  const origin = { address: '192.0.2.1', key: '', trapped: false }
  const premises = { db, vault, now: () => now, limits: noLimits }
  await receive(premises, sender, courseForm(course), typed, origin)
}

async function signUpUnlocked(name: string) {
  const id = name.replace(' ', '')
  await addSubmission(db, { id, form: 'course', reference: id, now })
  // The row is there and the lock is gone again before anything is counted.
  const { id: courseId } = await lockCourse(db, seenAs(course), now)
  const seated = hasRoom(course.capacity, await countSeats(db, courseId))
  return () =>
    untilNumbered(db, { courseId, submissionId: id, channel: 'mail', tokenHashOf: () => id, seated, now })
}

/** Two may want the same number in the line; what they found about the seat stays. */
async function untilNumbered(db: Database, signUp: Parameters<typeof addSignUp>[1]): Promise<unknown> {
  return addSignUp(db, signUp).catch((error: Error) => {
    if (!/sign_ups_number|sign_ups\.number/.test(error.message)) throw error
    return untilNumbered(db, signUp)
  })
}
