import { describe, expect, test } from 'vitest'
import { cafeSchema, toCafe } from '#calendar/cafe.ts'
import { entry, fjordvik, madeUpCafe, problems } from './made-up-cafe.ts'

const cancelled = (date: string) => ({ kind: 'cancelled', date, reason: 'Stengt.', changedAt: '2026-10-01' })
const moved = (date: string, to: object) => ({ kind: 'moved', date, changedAt: '2026-10-01', ...to })
const extra = (date: string, more: object = {}) => ({ kind: 'extra', date, changedAt: '2026-10-01', ...more })
const nearest = 'Nærmeste er tirsdag 24. november 2026 (2026-11-24)'
const rhythm = '(«Annenhver tirsdag kl. 12.00–14.00»)'

describe('a wrong café tells the editor which field, and what to do', () => {
  test('the entry that the cases change is right', () => expect(problems({})).toEqual([]))

  test.each([
    ['an end before the start', { endTime: '11:00' }, 'endTime: Slutt må være etter start, samme dag'],
    [
      'a change on a date that the rule does not give',
      { exceptions: [cancelled('2026-11-25')] },
      `exceptions.0.date: onsdag 25. november 2026 er ikke en av datoene ${rhythm}. ${nearest}`,
    ],
    [
      'a topic in the other week',
      { topics: [{ date: '2026-11-17', title: 'Sorg' }] },
      `topics.0.date: tirsdag 17. november 2026 er ikke en av datoene ${rhythm}. Nærmeste er tirsdag 10. november 2026 (2026-11-10)`,
    ],
    [
      'a change inside a pause',
      {
        pauses: [{ from: '2026-12-01', until: '2027-01-02', reason: 'jul' }],
        exceptions: [cancelled('2026-12-08')],
      },
      `exceptions.0.date: tirsdag 8. desember 2026 er ikke en av datoene ${rhythm}. ${nearest}`,
    ],
    [
      'an extra date that is there already',
      { exceptions: [extra('2026-11-24')] },
      'exceptions.0.date: Denne datoen finnes fra før. Velg en annen dag',
    ],
    [
      'a date moved onto another',
      { exceptions: [moved('2026-11-24', { newDate: '2026-12-08' })] },
      'exceptions.0.newDate: Det er en annen dato denne dagen. Avlys den, eller velg en annen dag',
    ],
    [
      'a date moved to where another was moved',
      {
        exceptions: [
          moved('2026-12-08', { newDate: '2026-12-09' }),
          moved('2026-11-24', { newDate: '2026-12-09' }),
        ],
      },
      'exceptions.1.newDate: Det er en annen dato denne dagen. Avlys den, eller velg en annen dag',
    ],
    [
      'a cancellation taken back that nobody made',
      { exceptions: [{ kind: 'restored', date: '2026-11-24', changedAt: '2026-10-01' }] },
      'exceptions.0.date: Denne datoen er ikke avlyst. Avlysningen må stå lenger opp i listen',
    ],
    [
      'a move that moves nothing',
      { exceptions: [moved('2026-11-24', {})] },
      'exceptions.0.newDate: Skriv hva som er nytt: dato, klokkeslett eller sted',
    ],
    [
      'a move past midnight',
      { exceptions: [moved('2026-11-24', { startTime: '23:00' })] },
      'exceptions.0.endTime: Slutt må være etter start, samme dag',
    ],
    [
      'two topics on one date',
      { topics: ['Sorg', 'Søvn'].map((title) => ({ date: '2026-11-24', title })) },
      'topics.1.date: Denne datoen har alt et tema',
    ],
    [
      'a pause that ends before it starts',
      { pauses: [{ from: '2026-07-01', until: '2026-06-01', reason: 'sommer' }] },
      'pauses.0.until: Pausen slutter før den begynner',
    ],
    [
      'pauses that swallow every date',
      { pauses: [{ from: '2026-01-01', until: '2030-01-01', reason: 'oppussing' }] },
      'rule: Annenhver tirsdag kl. 12.00–14.00 gir ingen datoer. Se på pausene og siste dato',
    ],
    [
      'a date that no calendar has',
      { createdAt: '2026-02-30' },
      'createdAt: Datoen finnes ikke i kalenderen',
    ],
  ])('%s', (_, different, expected) => {
    expect(problems(different)).toEqual([expected])
  })

  test('changes that build on each other are right', () => {
    const exceptions = [
      extra('2026-12-17'),
      cancelled('2026-12-17'),
      cancelled('2026-12-08'),
      moved('2026-11-24', { newDate: '2026-12-08' }),
    ]
    expect(problems({ exceptions, topics: [{ date: '2026-12-17', title: 'Jul' }] })).toEqual([])
  })
})

describe('the address of a café', () => {
  test('is its file name below /kafe/', () => expect(madeUpCafe({}, 'asen').path).toBe('/kafe/asen/'))

  test.each(['onske', 'pamelding', 'kvittering', 'index'])('is never %s, which is a page', (slug) => {
    expect(() => madeUpCafe({}, slug)).toThrow(`cafes/${slug}.yaml: filnavnet «${slug}» er opptatt`)
  })

  test.each(['Etter-På', 'a b', '-a', 'etter-pa.ics', ''])('is never %o', (slug) => {
    expect(() => madeUpCafe({}, slug)).toThrow('kan bare ha små bokstaver a–z, tall og bindestrek')
  })
})

describe('whom to ask', () => {
  const office = { name: 'Koordinator', phone: '55 50 01 10' }
  const switchboard = { name: 'Servicekontoret', phone: '55 50 01 00', seenYear: 2019 }
  const askedOf = (municipality: object, different: object = {}) =>
    toCafe('a', cafeSchema.parse({ ...entry, ...different }), { ...fjordvik, ...municipality }).contact?.name

  test('is the café’s own contact first', () => {
    expect(askedOf({ respite: office }, { contact: { name: 'Kafékontakten' } })).toBe('Kafékontakten')
  })
  test('is else the coordinator, once confirmed', () => {
    expect(askedOf({ respite: { ...office, confirmedAt: '2026-09-01' }, switchboard })).toBe('Koordinator')
  })
  test('is else the switchboard', () =>
    expect(askedOf({ respite: office, switchboard })).toBe('Servicekontoret'))
})
