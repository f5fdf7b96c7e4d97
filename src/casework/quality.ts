/**
 * Six lights, one for each point that the knowledge summary names for volunteering in palliative care to succeed
 * (Høgskulen på Vestlandet, 2023). Each is computed from what has been noted here, and says what it rests on. Where
 * nothing is noted it does not know, and one of them never does: nobody here sees what happens at a visit.
 */
import { Temporal } from 'temporal-polyfill'
import { type Act, has, latest, standing } from './act.ts'
import type { Known, KnownMatch } from './follow-up.ts'
import { matchState } from './match.ts'
import { sayShare } from './small-numbers.ts'
import { addWorkingDays, dayOf } from './working-days.ts'

export type Light = 'green' | 'yellow' | 'red' | 'unknown'

export interface Quality {
  readonly title: string
  readonly light: Light
  /** What it rests on. */
  readonly words: string
}

/** Within which days acts are looked at. */
const lookedAt = Temporal.Duration.from({ days: 90 })

/** @param coordinated whether somebody is written in as the coordinator */
export function qualityLights(known: Known, coordinated: boolean, today: Temporal.PlainDate): Quality[] {
  const running = known.matches.filter(({ acts }) => matchState(acts) === 'running')
  return [
    coordination(known, coordinated, today),
    training(known, running),
    boundaries(running, today),
    noHealthCare(running),
    followUp(known, running, today),
    informedStaff(known, today),
  ]
}

/** Nearly all is green, most is yellow. */
const lightOf = (good: number, all: number): Light =>
  all === 0 ? 'unknown' : good >= all * 0.9 ? 'green' : good >= all * 0.6 ? 'yellow' : 'red'

function coordination(known: Known, coordinated: boolean, today: Temporal.PlainDate): Quality {
  const title = 'Arbeidet er koordinert'
  if (!coordinated) return { title, light: 'red', words: 'Ingen er skrevet inn som koordinator.' }
  const since = today.subtract(lookedAt)
  const arrived = [...known.volunteers, ...known.referrals].filter(({ createdAt, acts }) => {
    const day = dayOf(createdAt)
    // Whoever came yesterday is not late yet; whoever was written in by staff has been spoken with.
    const isOver = Temporal.PlainDate.compare(addWorkingDays(day, 2), today) < 0
    return isOver && Temporal.PlainDate.compare(day, since) >= 0 && acts[0]?.by === 'public'
  })
  const good = arrived.filter(({ createdAt, acts }) => {
    const answer = (standing(acts as readonly Act[]) as readonly Act[]).find(
      ({ name }) => name === 'call' || name === 'accept' || name === 'decline',
    )
    return answer && Temporal.PlainDate.compare(dayOf(answer.at), addWorkingDays(dayOf(createdAt), 2)) <= 0
  }).length
  const words =
    arrived.length === 0
      ? 'En koordinator er på plass. Ingen har tatt kontakt de siste 90 dagene.'
      : `${sayShare(good, arrived.length)} som tok kontakt de siste 90 dagene, fikk svar innen to virkedager.`
  return { title, light: lightOf(good, arrived.length), words }
}

function training(known: Known, running: readonly KnownMatch[]): Quality {
  const byId = new Map(known.volunteers.map((each) => [each.id, each]))
  const active = [...new Set(running.map(({ volunteerId }) => volunteerId))].flatMap(
    (id) => byId.get(id) ?? [],
  )
  const good = active.filter(({ acts }) => has(acts, 'attend-course') && has(acts, 'hold-talk')).length
  const words =
    active.length === 0
      ? 'Ingen har oppdrag nå.'
      : `${sayShare(good, active.length)} med oppdrag nå har gått på kurs og hatt samtale.`
  return { title: 'Samtale og opplæring først', light: lightOf(good, active.length), words }
}

function boundaries(running: readonly KnownMatch[], today: Temporal.PlainDate): Quality {
  const good = running.filter(({ acts }) => {
    const review = latest(acts, ['plan-review'])?.date
    return has(acts, 'sign-agreement') && review !== undefined && review >= today.toString()
  }).length
  const words =
    running.length === 0
      ? 'Ingen oppdrag er i gang.'
      : `${sayShare(good, running.length)} oppdrag har en signert behovsavtale som er sett over i tide.`
  return { title: 'Oppgaver med tydelig innhold og grenser', light: lightOf(good, running.length), words }
}

const noHealthCare = (running: readonly KnownMatch[]): Quality => ({
  title: 'Frivillige gir ikke helsehjelp',
  light: 'unknown',
  words: `Vet ikke. Ingen her ser hva som skjer på et besøk. ${
    running.length === 0
      ? 'Ingen oppdrag er i gang.'
      : 'Spør om det i samtalen etter to uker og i veiledningen.'
  }`,
})

function followUp(known: Known, running: readonly KnownMatch[], today: Temporal.PlainDate): Quality {
  const title = 'Frivillige blir fulgt opp'
  const ripe = running.filter(({ acts }) => {
    const start = latest(acts, ['start'])
    const day = start && (start.date ? Temporal.PlainDate.from(start.date) : dayOf(start.at))
    return day && Temporal.PlainDate.compare(day.add({ days: 15 }), today) <= 0
  })
  if (ripe.length === 0) return { title, light: 'unknown', words: 'Ingen oppdrag har vart i to uker.' }
  const good = ripe.filter(({ acts }) => has(acts, 'call-volunteer')).length
  const held = latest(known.deployment, ['hold-supervision'])
  const last = held && (held.date ?? dayOf(held.at).toString())
  const isRecent = last !== undefined && last >= today.subtract({ weeks: 6 }).toString()
  const light = lightOf(good, ripe.length)
  return {
    title,
    light: light === 'green' && !isRecent ? 'yellow' : light,
    words: `${sayShare(good, ripe.length)} oppdrag har hatt samtalen etter to uker. ${
      isRecent
        ? 'Veiledning i gruppe er holdt de siste seks ukene.'
        : 'Det er mer enn seks uker siden veiledning i gruppe.'
    }`,
  }
}

function informedStaff(known: Known, today: Temporal.PlainDate): Quality {
  const since = today.subtract(lookedAt).toString()
  const isPast = (at: string) => Temporal.PlainDate.compare(addWorkingDays(dayOf(at), 2), today) < 0
  const ended = known.referrals.filter(({ acts, matches }) => {
    const end = latest(acts, ['end', 'reopen'])
    return (
      end?.name === 'end' && matches.includes('ended') && dayOf(end.at).toString() >= since && isPast(end.at)
    )
  })
  const good = ended.filter(({ acts }) => has(acts, 'tell-home-care')).length
  const words =
    ended.length === 0
      ? 'Vet ikke. Ingen oppdrag er avsluttet de siste 90 dagene, og opplæring av ansatte noteres ikke her.'
      : `${sayShare(good, ended.length)} oppdrag som ble avsluttet de siste 90 dagene, er meldt til primærkontakten. Opplæring av ansatte noteres ikke her.`
  return { title: 'Helsepersonell er informert', light: lightOf(good, ended.length), words }
}
