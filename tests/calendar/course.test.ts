import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { findNextCourse } from '#calendar/next-course.ts'
import { occurrences } from '#calendar/occurrences.ts'
import { saySchedule } from '#calendar/schedule.ts'
import { themes } from '#calendar/session.ts'
import { sayChange, sayForWhom, sayRoom, sayTopic, sayWhen } from '#calendar/words.ts'
import { period } from './made-up-cafe.ts'
import { courseProblems, everySixWeeks, madeUpCourse } from './made-up-course.ts'

const spring = period('2027-01-01', '2027-06-30')
const changedAt = '2026-11-01'

describe('a course', () => {
  test('has the dates of its sessions, each with its own theme, times and speakers', () => {
    const dates = occurrences(madeUpCourse(), spring)
    expect(dates.map((each) => sayWhen(each))).toEqual([
      'tirsdag 2. februar 2027 kl. 18.00–20.30',
      'tirsdag 16. februar 2027 kl. 17.00–19.30',
    ])
    expect(dates.map(sayTopic)).toEqual([
      'Å være frivillig: roller og forventninger – ved koordinator og en erfaren frivillig',
      'Å si nei',
    ])
    expect(dates[0]?.uid).toBe('courses-varkurs-2027-02-02@fjordvik.example')
  })

  test('knows the four themes of the handbook', () => expect(Object.keys(themes)).toHaveLength(4))

  test('that goes on has the dates of its rule: supervision every six weeks', () => {
    const supervision = madeUpCourse(everySixWeeks)
    expect(saySchedule(supervision)).toBe('Onsdag hver sjette uke kl. 18.00–20.30')
    expect(occurrences(supervision, period('2026-09-01', '2026-12-31')).map(({ date }) => `${date}`)).toEqual(
      ['2026-09-02', '2026-10-14', '2026-11-25'],
    )
  })

  test('moves a session with a place of its own, and says only what is new', () => {
    const place = { name: 'Åsen grendehus' }
    const course = madeUpCourse({
      sessions: [{ date: '2027-02-02', place }],
      exceptions: [{ kind: 'moved', date: '2027-02-02', newDate: '2027-02-03', changedAt }],
    })
    const [moved] = occurrences(course, spring)
    expect(moved).toMatchObject({ state: 'moved', place })
    expect(moved && sayChange(moved)).toBe('Flyttet fra tirsdag 2. februar kl. 18.00.')
  })

  test('says itself in Norwegian', () => {
    expect(saySchedule(madeUpCourse())).toBe('2 ganger, fra 2. februar 2027 til 16. februar 2027')
    expect(saySchedule(madeUpCourse({ sessions: [{ date: '2027-02-02' }] }))).toBe(
      'Tirsdag 2. februar 2027 kl. 18.00–20.30',
    )
    const open = madeUpCourse({
      openToOthers: ['Nordsund', 'Vestbygd'],
      capacity: 16,
      deadline: '2027-01-25',
    })
    expect(sayForWhom(open)).toBe('For frivillige. Også for deg fra Nordsund og Vestbygd.')
    expect(sayRoom(open)).toEqual(['Plass til 16.', 'Meld deg på innen mandag 25. januar 2027.'])
  })
})

describe('the next course for volunteers', () => {
  const next = (course: Record<string, unknown>, at = '2026-11-21T08:00:00Z') =>
    findNextCourse([madeUpCourse(course)], Temporal.Instant.from(at))?.date.toString()

  test('begins with the first session that is not cancelled', () => {
    expect(next({})).toBe('2027-02-02')
    const cancelled = { kind: 'cancelled', date: '2027-02-02', reason: 'Storm.', changedAt }
    expect(next({ exceptions: [cancelled] })).toBe('2027-02-16')
  })

  test.each([
    ['is not confirmed', { confirmedAt: undefined }],
    ['is for others', { audience: 'staff' }],
    ['is of another kind', { kind: 'samling' }],
    ['has a deadline that is over', { deadline: '2026-11-20' }],
    ['has begun', {}, '2027-02-03T08:00:00Z'],
  ] as const)('is never one that %s', (_, course, at?: string) => {
    expect(next(course, at)).toBeUndefined()
  })
})

describe('a wrong course tells the editor which field, and what to do', () => {
  test.each([
    ['no dates at all', { sessions: [] }, 'sessions: Fyll ut enten datoer eller «hvor ofte», ikke begge'],
    [
      'both dates and a rule',
      { rule: everySixWeeks.rule },
      'sessions: Fyll ut enten datoer eller «hvor ofte», ikke begge',
    ],
    [
      'two sessions on one day',
      { sessions: [{ date: '2027-02-02' }, { date: '2027-02-02' }] },
      'sessions.1.date: Denne datoen finnes fra før. Velg en annen dag',
    ],
    [
      'a session that ends before it starts',
      { sessions: [{ date: '2027-02-02', endTime: '17:00' }] },
      'sessions.0.endTime: Slutt må være etter start, samme dag',
    ],
    [
      'two themes in one session',
      { sessions: [{ date: '2027-02-02', theme: 'samtalen', title: 'Å si nei' }] },
      'sessions.0.title: Velg ett av de fire temaene, eller skriv et annet',
    ],
    [
      'a topic beside the sessions',
      { topics: [{ date: '2027-02-02', title: 'Sorg' }] },
      'topics: Skriv temaet på selve datoen',
    ],
    [
      'a deadline after it has begun',
      { deadline: '2027-02-03' },
      'deadline: Fristen er etter første dato, tirsdag 2. februar 2027 (2027-02-02)',
    ],
    [
      'a change on a day without a session',
      { exceptions: [{ kind: 'cancelled', date: '2027-02-09', reason: 'Storm.', changedAt }] },
      'exceptions.0.date: tirsdag 9. februar 2027 er ikke en av datoene («2 ganger, fra 2. februar 2027 til 16. februar 2027»). Nærmeste er tirsdag 2. februar 2027 (2027-02-02)',
    ],
    [
      'a session moved onto another',
      { exceptions: [{ kind: 'moved', date: '2027-02-02', newDate: '2027-02-16', changedAt }] },
      'exceptions.0.newDate: Det er en annen dato denne dagen. Avlys den, eller velg en annen dag',
    ],
  ])('%s', (_, different, expected) => {
    expect(courseProblems(different)).toEqual([expected])
  })

  test.each(['onske', 'pamelding', 'kvittering', 'index', 'varkurs.ics', '2027/var'])(
    'a file called %s',
    (slug) => {
      expect(() => madeUpCourse({}, slug)).toThrow(`courses/${slug}.yaml: filnavnet`)
    },
  )
})
