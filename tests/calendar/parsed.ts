/** A feed as two programs read it that know nothing of ours, in the same shape. */
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'

export interface Parsed {
  readonly uid: string
  /** Instants, ISO in UTC. */
  readonly start: string
  readonly end: string
  readonly stamp: string
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly status: string
  readonly sequence: number
}

const byUid = (a: Parsed, b: Parsed) => (a.uid < b.uid ? -1 : 1)

export function readWithIcalJs(text: string): Parsed[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  // ical.js finds the time zone in the file itself; a time without one would silently be the machine's.
  const instant = (time: ICAL.Time) => {
    const zone = time.zone?.tzid ?? 'floating'
    if (zone === 'floating') throw new Error(`expected a time with a zone, got ${time}`)
    return new Date(time.toUnixTime() * 1000).toISOString()
  }
  return calendar
    .getAllSubcomponents('vevent')
    .map((component) => {
      const value = <T>(name: string) => component.getFirstPropertyValue(name) as T
      return {
        uid: value<string>('uid'),
        start: instant(value('dtstart')),
        end: instant(value('dtend')),
        stamp: instant(value('dtstamp')),
        summary: value<string>('summary'),
        description: value<string>('description'),
        location: value<string>('location'),
        status: value<string>('status'),
        sequence: value<number>('sequence'),
      }
    })
    .sort(byUid)
}

export function readWithNodeIcal(text: string): Parsed[] {
  return Object.values(nodeIcal.sync.parseICS(text))
    .flatMap((component) => (component?.type === 'VEVENT' ? [component] : []))
    .map((event) => ({
      uid: event.uid,
      start: event.start.toISOString(),
      end: event.end?.toISOString() ?? '',
      stamp: event.dtstamp.toISOString(),
      summary: String(event.summary),
      description: String(event.description),
      location: String(event.location),
      status: String(event.status),
      sequence: Number(event.sequence),
    }))
    .sort(byUid)
}
