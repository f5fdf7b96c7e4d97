/** Courses for tests, in the same way as the cafés of made-up-cafe.ts. */
import { type Course, courseSchema, toCourse } from '#calendar/course.ts'
import { fjordvik } from './made-up-cafe.ts'

const whole = {
  title: 'Kurs for nye frivillige',
  summary: 'To kvelder.',
  kind: 'kurs',
  audience: 'volunteers',
  startTime: '18:00',
  endTime: '20:30',
  sessions: [
    { date: '2027-02-02', theme: 'rollen', speakers: ['koordinator', 'en erfaren frivillig'] },
    { date: '2027-02-16', title: 'Å si nei', startTime: '17:00' },
  ],
  place: { name: 'Rådhuset' },
  confirmedAt: '2026-10-01',
  createdAt: '2026-10-01',
}

export const everySixWeeks = {
  sessions: [],
  rule: { weekday: 'onsdag', weeks: 6, firstDate: '2026-09-02' },
}

export function madeUpCourse(different: Record<string, unknown> = {}, slug = 'varkurs'): Course {
  return toCourse(slug, courseSchema.parse({ ...whole, ...different }), fjordvik)
}

/** What an editor reads when the file is wrong: `field: message`, one line for each. */
export function courseProblems(different: Record<string, unknown>): string[] {
  const result = courseSchema.safeParse({ ...whole, ...different })
  return (result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}
