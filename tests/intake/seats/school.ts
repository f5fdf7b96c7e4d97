/** A course in Fjordvik, people who sign up for it, and a clock that the test turns. */
import { readFileSync } from 'node:fs'
import { Temporal } from 'temporal-polyfill'
import { parse } from 'yaml'
import type { Course } from '#calendar/course.ts'
import type { SignUp } from '#db/sign-ups.ts'
import { listSignUps } from '#db/signed-up.ts'
import { municipalitySchema } from '#editorial/municipality.ts'
import { keyField } from '#forms/view.ts'
import { receive } from '#intake/receive.ts'
import { runRounds } from '#intake/rounds.ts'
import { seats } from '#intake/seats/round.ts'
import type { Counter } from '#intake/seats/tell.ts'
import { madeUpCourse } from '../../calendar/made-up-course.ts'
import type { TestDatabase } from '../../db/databases.ts'
import { fields } from '../../forms/fjordvik.ts'
import { listMail, openDesk, sender } from '../desk.ts'
import { courseForm, words } from './course-form.ts'

const municipality = municipalitySchema.parse(
  parse(readFileSync('content/municipalities/fjordvik/municipality.yaml', 'utf8')),
)

/** A school with one course, which a test changes as an editor would. It starts on Tuesday 2 February 2027 at 18. */
export async function openSchool(database: TestDatabase, different: Record<string, unknown> = {}) {
  const desk = await openDesk(database)
  const clock = { now: Temporal.Instant.from('2027-01-04T08:00:00Z') }
  const now = () => clock.now
  const premises = { ...desk, now }
  const school = {
    ...premises,
    course: madeUpCourse({ capacity: 1, ...different }) as Course | undefined,
    at(time: string) {
      clock.now = Temporal.Instant.from(time)
    },
    edit(changed: Record<string, unknown>) {
      school.course = madeUpCourse({ capacity: 1, ...different, ...changed })
    },
    counter(): Counter {
      if (!school.course) throw new Error('expected a course, got none')
      return { vault: desk.vault, sender, words, course: school.course, now: now() }
    },
    /** Signs somebody up; without an address she can only be called. */
    async signUp(name: string, { mail = true, key = name } = {}): Promise<string> {
      if (!school.course) throw new Error('expected a course, got none')
      const reach: Record<string, string> = mail
        ? { email: `${name.toLowerCase()}@fjordvik.example` }
        : { phone: '55 50 02 11' }
      const typed = fields({ name, ...reach, [keyField]: key })
      const result = await receive(premises, sender, courseForm(school.course), typed)
      if (!('receipt' in result)) throw new Error(JSON.stringify(result))
      return result.receipt.reference
    },
    /** One turn of the round, with what the site shows now. */
    async turn() {
      const errors: unknown[] = []
      const log = Object.assign(Object.create(desk.log), { error: (what: unknown) => errors.push(what) })
      const edition = async () => ({
        municipality,
        courses: school.course ? [school.course] : [],
        courseMail: words,
      })
      await runRounds({ ...premises, log, origin: sender.origin, edition }, [{ ...seats, everyMinutes: 0 }])
      if (errors.length > 0) throw errors[0]
    },
    people: () => listSignUps(desk.db, desk.vault, 'varkurs:1'),
    /** `Anna seated, Berit waiting` */
    async states(): Promise<string> {
      return (await school.people()).map(({ name, state }) => `${name} ${state}`).join(', ')
    },
    async find(name: string): Promise<SignUp> {
      const found = (await school.people()).find((each) => each.name === name)
      if (!found) throw new Error(`expected ${name} among the signed-up, got nobody`)
      return found
    },
    /** The mail to the signed-up, as `kind to`, with its text. */
    async mail(kind?: string) {
      const all = await listMail(desk.db, desk.vault)
      return all.filter((each) =>
        kind === undefined ? !each.kind.endsWith('notice') : each.kind === `course ${kind}`,
      )
    },
  }
  return school
}
export type School = Awaited<ReturnType<typeof openSchool>>
