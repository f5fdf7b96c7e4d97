/** What an editor can get wrong in a course, beyond what can be wrong in any schedule. */
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { checkSchedule } from './check-schedule.ts'
import { longDate } from './norwegian.ts'
import { plannedOn, type Schedule } from './schedule.ts'

/**
 * Refuses a course without dates or with both sessions and a rule, sessions that clash, and a deadline after the
 * course has begun. Messages are in Norwegian.
 */
export function checkCourse(
  course: Schedule & { deadline?: string | undefined },
  context: z.RefinementCtx,
): void {
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message })
  const { rule, sessions = [], topics, deadline } = course
  const given = [sessions.length > 0, rule !== undefined].filter(Boolean).length
  if (given !== 1) {
    refuse(['sessions'], 'Fyll ut enten datoer eller «hvor ofte», ikke begge')
    return
  }
  if (!rule && topics.length > 0) refuse(['topics'], 'Skriv temaet på selve datoen')
  for (const [index, session] of sessions.entries()) {
    const field = (name: string) => ['sessions', index, name]
    const { startTime, endTime } = plannedOn(course, session.date)
    if (endTime <= startTime) refuse(field('endTime'), 'Slutt må være etter start, samme dag')
    if (session.theme && session.title)
      refuse(field('title'), 'Velg ett av de fire temaene, eller skriv et annet')
    if (sessions.findIndex(({ date }) => date === session.date) < index)
      refuse(field('date'), 'Denne datoen finnes fra før. Velg en annen dag')
  }
  const first = rule?.firstDate ?? sessions.map(({ date }) => date).sort()[0]
  if (deadline && first && deadline > first)
    refuse(
      ['deadline'],
      `Fristen er etter første dato, ${longDate(Temporal.PlainDate.from(first))} (${first})`,
    )
  checkSchedule(course, context)
}
