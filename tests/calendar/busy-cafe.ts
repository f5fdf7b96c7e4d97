/** A café to which everything has happened: moved, cancelled, extra, with topics and a long description. */
import { madeUpCafe } from './made-up-cafe.ts'

export const busyCafe = () =>
  madeUpCafe({
    summary: 'For deg som er pårørende eller har mistet noen.',
    cost: 'Gratis; kaffe, te og vaffel koster 30 kroner.',
    rule: { weekday: 'tirsdag', weeks: 2, firstDate: '2026-10-27', lastDate: '2026-12-22' },
    place: {
      name: 'Kafé Naustet',
      address: 'Bryggevegen 4, 9999 Fjordvik',
      stepFree: 'Ingen trapper.',
      bus: 'Linje 3 til Brygga.',
    },
    contact: { name: 'Kafékontakten', phone: '55 50 01 40', confirmedAt: '2026-09-01' },
    exceptions: [
      { kind: 'cancelled', date: '2026-11-10', reason: 'Kafeen var stengt.', changedAt: '2026-11-09' },
      {
        kind: 'moved',
        date: '2026-12-08',
        newDate: '2026-12-09',
        startTime: '13:00',
        changedAt: '2026-11-16',
      },
      {
        kind: 'extra',
        date: '2026-12-17',
        startTime: '17:00',
        reason: 'Julekafé 🎄',
        changedAt: '2026-11-10',
      },
    ],
    topics: [{ date: '2026-11-24', title: 'Sorg og savn', speaker: 'kreftkoordinator' }],
  })
