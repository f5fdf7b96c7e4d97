/** Whom the coordinator has to call about a course, because she gave no e-mail address. */
import type { Temporal } from 'temporal-polyfill'
import { listCourseRows } from '#db/courses.ts'
import type { Database } from '#db/open.ts'
import { listCalls } from '#db/sign-up-messages.ts'
import { findSignedUp } from '#db/signed-up.ts'
import type { Vault } from '#db/vault.ts'

export interface Callee {
  /** Of the sign-up. */
  readonly id: string
  /** What to tell her, as src/db/sign-up-messages.ts has it. */
  readonly about: string
  readonly name: string
  readonly phone: string | undefined
  readonly slug: string
  readonly course: string
}

/** On one page; the course's own page has them all. */
const most = 20

/** Those who have waited the longest first. */
export async function listCallees(db: Database, vault: Vault, now: Temporal.Instant): Promise<Callee[]> {
  const calls = (await listCalls(db, now)).slice(0, most)
  if (calls.length === 0) return []
  const courses = new Map((await listCourseRows(db)).map((row) => [row.id, row]))
  const found: Callee[] = []
  for (const { signUpId: id, about, courseId } of calls) {
    const [person, course] = [await findSignedUp(db, vault, id), courses.get(courseId)]
    if (!person || !course) continue
    found.push({ id, about, name: person.name, phone: person.phone, slug: course.slug, course: course.title })
  }
  return found
}
