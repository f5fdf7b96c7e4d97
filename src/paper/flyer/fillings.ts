/** What of the municipality's own stands on a flyer. Nothing that nobody has confirmed, and no number that is old. */
import type { Temporal } from 'temporal-polyfill'
import type { Activity } from '#calendar/activity.ts'
import { findNextCourse } from '#calendar/next-course.ts'
import { capitalise, longDate, timeRange } from '#calendar/norwegian.ts'
import { type Occurrence, timeZone, upcoming } from '#calendar/occurrences.ts'
import { sayPlace } from '#calendar/place.ts'
import { sayChange, sayElsewhere, sayRoom, sayTopic, sayWhen } from '#calendar/words.ts'
import type { FlyerBlock, FlyerLine } from '#editorial/flyer-sheet.ts'
import { placesFor } from '#editorial/resource.ts'
import type { FlyerFacts } from './fill.ts'

type Filling = (facts: FlyerFacts) => FlyerBlock[]

/** As many dates as can be read standing. */
const mostDates = 5

/** As many as there is room for on a sheet, in type that one can read. */
const mostInPlan = 20

const linesOf = (lines: readonly FlyerLine[]): FlyerBlock[] =>
  lines.length > 0 ? [{ kind: 'lines', lines }] : []

const join = (...parts: (string | undefined)[]) =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => `${part}`.replace(/[.]?$/, '.'))
    .join(' ')

const nextCourse: Filling = ({ courses, now }) => {
  const next = findNextCourse(courses, now)
  if (!next) return []
  return linesOf([{ strong: capitalise(sayWhen(next)), text: join(sayPlace(next.place), next.of.cost) }])
}

const course: Filling = ({ courses, now }) => {
  const next = findNextCourse(courses, now)
  const chosen = courses.find((each) => each.slug === next?.of.slug)
  if (!chosen) return []
  const evenings = upcoming([chosen], now, 12).filter(({ state }) => state !== 'cancelled')
  return [
    ...linesOf(evenings.map((each) => lineOf(each, now, join(sayTopic(each), sayElsewhere(each))))),
    {
      kind: 'text',
      text: join(sayPlace(chosen.place), chosen.cost, chosen.place.stepFree, ...sayRoom(chosen)),
    },
  ]
}

const confirmed = <Of extends Activity>(activities: readonly Of[]) =>
  activities.filter(({ confirmedAt }) => confirmedAt !== undefined)

const cafes: Filling = ({ cafes, now }) => {
  const dates = upcoming(confirmed(cafes), now, 6).filter(({ state }) => state !== 'cancelled')
  const shown = dates.slice(0, mostDates)
  const about = confirmed(cafes).filter((cafe) => shown.some((date) => date.of.slug === cafe.slug))
  return [
    ...linesOf(shown.map((each) => lineOf(each, now, join(each.of.title, sayTopic(each), sayChange(each))))),
    ...about.map(
      ({ title, place, cost }): FlyerBlock => ({
        kind: 'text',
        text: `${title}: ${join(sayPlace(place), cost, place.stepFree)}`,
      }),
    ),
  ]
}

const cafePlan: Filling = ({ cafes, now, origin }) => {
  const dates = upcoming(confirmed(cafes), now, 6)
  const shown = confirmed(cafes).filter((cafe) => dates.some((date) => date.of.slug === cafe.slug))
  const lines = dates.slice(0, mostInPlan).map((date) => {
    const what = [shown.length > 1 ? date.of.title : undefined, sayTopic(date)]
    const parts = date.state === 'cancelled' ? [sayChange(date), what[0]] : [...what, sayChange(date)]
    return lineOf(date, now, join(...parts))
  })
  return [
    ...linesOf(lines),
    ...(dates.length > mostInPlan
      ? [{ kind: 'text' as const, text: `Alle datoer: ${new URL(origin).host}/kafe` }]
      : []),
    ...shown.map(
      ({ title, place, cost }): FlyerBlock => ({
        kind: 'text',
        text: `${title}: ${join(sayPlace(place), cost)}`,
      }),
    ),
  ]
}

const allocation: Filling = ({ municipality: { allocation: office } }) =>
  office?.confirmedAt && office.phone
    ? linesOf([
        { strong: `${office.name}, ${office.phone}`, text: office.address ? join(office.address) : '' },
      ])
    : []

/** For adults, beside the municipality's own number. */
const helpLine: Filling = ({ resources }) => {
  const line = resources.find(({ id }) => id === 'parorendelinjen')
  return line?.phone ? linesOf([{ strong: `${line.name}, ${line.phone}`, text: line.summary }]) : []
}

/** For children and youth: those that are sure, and the numbers for danger. */
const helpLines: Filling = ({ resources }) => {
  const { urgent, lines } = placesFor(resources, 'youth')
  const sure = lines.filter(({ phone, seenYear }) => phone && seenYear === undefined).slice(0, 4)
  return linesOf(
    [...sure, ...urgent.filter(({ phone }) => phone)].map(({ name, phone, openingHours }) => ({
      strong: `${name}, ${phone}`,
      text: join(...openingHours),
    })),
  )
}

/** @param now the year is left out when it is this year */
function lineOf({ startsAt, endsAt }: Occurrence, now: Temporal.Instant, text: string): FlyerLine {
  const today = now.toZonedDateTimeISO(timeZone)
  return { strong: capitalise(`${longDate(startsAt, today)} ${timeRange(startsAt, endsAt)}`), text }
}

export const fillings = {
  'next-course': nextCourse,
  course,
  cafes,
  'cafe-plan': cafePlan,
  allocation,
  'help-line': helpLine,
  'help-lines': helpLines,
} as const satisfies Record<string, Filling>
