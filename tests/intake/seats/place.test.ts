import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listAuditLines } from '#db/audit.ts'
import { hasSubmission } from '#db/submissions.ts'
import { municipalitySchema } from '#editorial/municipality.ts'
import { answerClosed } from '#intake/seats/answer-closed.ts'
import { leave } from '#intake/seats/answer-offer.ts'
import { findSeats } from '#intake/seats/find-seats.ts'
import { answerPlace, openPlace } from '#intake/seats/open-place.ts'
import { listCourseConcerns, listCourseOverviews } from '#intake/seats/overview.ts'
import type { Counter } from '#intake/seats/tell.ts'
import { vanishedCourses } from '#publish/vanished-courses.ts'
import { fjordvik } from '../../calendar/made-up-cafe.ts'
import { madeUpCourse } from '../../calendar/made-up-course.ts'
import { databases } from '../../db/databases.ts'
import { sender } from '../desk.ts'
import { courseForm, words } from './course-form.ts'
import { openSchool, type School } from './school.ts'

const post = (path: string, fields: Record<string, string>) =>
  new Request(`https://parorende.fjordvik.example${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  })

const editionOf = (school: School) => ({
  municipality: municipalitySchema.parse(fjordvik),
  courses: school.course ? [school.course] : [],
  courseMail: words,
})

/** What the link in the mail of a kind leads to. */
async function follow(school: School, kind: string, to: string) {
  const mail = (await school.mail(kind)).find((each) => each.to === to)
  const [, token = ''] = /\/kurs\/plass\/([0-9a-f]{64})\//.exec(mail?.text ?? '') ?? []
  const desk = { ...school, origin: sender.origin }
  const place = await openPlace(desk, editionOf(school), token)
  return {
    place,
    answer: async (answer: string) => {
      if (!place) throw new Error('expected a place behind the link, got none')
      return answerPlace(post(`/kurs/plass/${token}/`, { svar: answer }), desk, editionOf(school), place)
    },
  }
}

describe.each(databases)('On $name', (database) => {
  test('the link of a mail opens a page and changes nothing; the button does', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit']) await school.signUp(name)
    const anna = await follow(school, 'confirmation', 'anna@fjordvik.example')
    expect(anna.place).toMatchObject({ state: 'seated', title: 'Kurs for nye frivillige' })
    expect(await school.states()).toBe('Anna seated, Berit waiting')
    expect((await anna.answer('kanskje')).status).toBe(400)
    const done = await anna.answer('av')
    expect([done.status, done.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/kurs\/plass\/[0-9a-f]{64}\/#plass$/),
    ])
    expect(await school.states()).toBe('Anna left, Berit offered')

    const berit = await follow(school, 'offered', 'berit@fjordvik.example')
    await berit.answer('ja')
    await berit.answer('ja')
    expect(await school.states()).toBe('Anna left, Berit seated')
    const { id } = await school.find('Berit')
    const lines = await listAuditLines(school.db, { table: 'sign_ups', row: id })
    expect(lines.map(({ actor, act }) => `${actor} ${act}`)).toEqual(['public accept-seat'])
    // The same link in each mail, so that an old one does not mislead.
    expect((await follow(school, 'accepted', 'berit@fjordvik.example')).place?.signUp.id).toBe(id)
  })

  test('a link that was changed leads nowhere, and the database has none to steal', async () => {
    const school = await openSchool(database)
    await school.signUp('Anna')
    const desk = { ...school, origin: sender.origin }
    expect(await openPlace(desk, editionOf(school), 'a'.repeat(64))).toBeUndefined()
    const [row] = await school.db.selectFrom('sign_ups').selectAll().execute()
    expect(await openPlace(desk, editionOf(school), row?.token_hash ?? '')).toBeUndefined()
    const [mail] = await school.mail('confirmation')
    const [, token = ''] = /\/kurs\/plass\/([0-9a-f]{64})\//.exec(mail?.text ?? '') ?? []
    expect(token).toHaveLength(64)
    expect(JSON.stringify(row)).not.toContain(token)
  })

  test('a receipt is one of its own course, and of no other', async () => {
    const school = await openSchool(database)
    const reference = await school.signUp('Anna')
    expect(await hasSubmission(school.db, 'course', reference, 'varkurs')).toBe(true)
    expect(await hasSubmission(school.db, 'course', reference, 'annet-kurs')).toBe(false)
  })

  test('who comes too late for an offer is told so, and takes no seat', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit', 'Cato']) await school.signUp(name)
    await (await follow(school, 'confirmation', 'anna@fjordvik.example')).answer('av')
    const berit = await follow(school, 'offered', 'berit@fjordvik.example')
    school.at('2027-01-06T09:00:00Z')
    await berit.answer('ja')
    await school.turn()
    expect(await school.states()).toBe('Anna left, Berit expired, Cato offered')
  })

  test('nobody is acted on through the address of another course, whose seats would be counted', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit', 'Cato']) await school.signUp(name)
    const { id } = await school.find('Anna')
    const before = (await school.mail()).length
    const other = { ...school.counter(), course: madeUpCourse({ capacity: 20 }, 'annet-kurs') }
    const through = (counter: Counter) =>
      school.db.transaction().execute((trx) => leave(trx, id, 'staff', { now: school.now(), counter }))
    expect(await through(other)).toBe(false)
    expect(await school.states()).toBe('Anna seated, Berit waiting, Cato waiting')
    expect(await school.mail()).toHaveLength(before)
    expect(await through(school.counter())).toBe(true)
    expect(await school.states()).toBe('Anna left, Berit offered, Cato waiting')
  })

  test('the form shows the seats that are left, and the coordinator what needs a person', async () => {
    const school = await openSchool(database, { capacity: 2 })
    const { course } = school
    if (!course) throw new Error('expected a course, got none')
    expect(await findSeats(school.db, course, school.now())).toEqual({ taken: 0, waiting: 0 })
    expect(await listCourseOverviews(school.db, [course], school.now())).toMatchObject([
      { id: undefined, slug: 'varkurs', taken: 0, concern: undefined },
    ])
    for (const name of ['Anna', 'Berit', 'Cato']) await school.signUp(name)
    expect(await findSeats(school.db, course, school.now())).toEqual({ taken: 2, waiting: 1 })
    expect(await listCourseConcerns(school.db, [course], school.now())).toEqual([])
    const smaller = madeUpCourse({ capacity: 1 })
    expect(await listCourseConcerns(school.db, [smaller], school.now())).toMatchObject([
      { concern: 'overfull', taken: 2 },
    ])
    const renamed = madeUpCourse({ capacity: 2 }, 'varkurs-for-alle')
    expect(await listCourseConcerns(school.db, [renamed], school.now())).toMatchObject([
      { concern: 'vanished', slug: 'varkurs', title: 'Kurs for nye frivillige' },
    ])
  })
})

describe.each(databases)('On $name', (database) => {
  test('the report names a course that people are on and that has no file any longer', async () => {
    const school = await openSchool(database)
    for (const name of ['Anna', 'Berit']) await school.signUp(name)
    const folder = mkdtempSync(join(tmpdir(), 'courses-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const group = await vanishedCourses(school.db, folder, school.now())
    expect(group.findings).toEqual([
      {
        file: join(folder, 'varkurs.yaml'),
        lines: ['«Kurs for nye frivillige»: 1 påmeldte og 1 på venteliste.'],
      },
    ])
    writeFileSync(join(folder, 'varkurs.yaml'), '')
    expect((await vanishedCourses(school.db, folder, school.now())).findings).toEqual([])
  })
})

test('a form that was open when the course was cancelled says so and keeps what was typed', async () => {
  const sent = post('/kurs/varkurs/pamelding/', { name: 'Anna Lyng', email: 'anna@fjordvik.example' })
  const answer = await answerClosed(sent, courseForm(madeUpCourse({ capacity: 1 })), 'cancelled')
  if (answer instanceof Response) throw new Error('expected a page to draw, got an answer')
  expect(answer.status).toBe(409)
  expect(answer.failure).toMatch(/^Kurset er avlyst\. Du er ikke påmeldt\./)
  expect(answer.view?.questions.map(({ typed }) => typed[0] ?? '')).toEqual([
    'Anna Lyng',
    '',
    'anna@fjordvik.example',
  ])
})
