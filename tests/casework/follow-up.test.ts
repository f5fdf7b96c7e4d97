import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { Act } from '#casework/act.ts'
import { type Due, dueThings, type Known } from '#casework/follow-up.ts'
import { addWorkingDays, dayOf } from '#casework/working-days.ts'
import { acts } from './acts.ts'

const nobody: Known = { volunteers: [], referrals: [], matches: [], deployment: [] }
/** Nine in the morning in Oslo, summer or winter. */
const morning = (day: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Oslo', plainTime: '09:00' })
const dueOn = (day: string, known: Partial<Known>, more: { away?: boolean } = {}) =>
  dueThings({ ...nobody, ...known }, { now: morning(day).toInstant(), certificate: 'required', ...more })
const short = ({ kind, dueOn: day, tone, whose }: Due) => [kind, day, tone, whose]

const at = (day: string, time = '09:00') =>
  Temporal.PlainDateTime.from(`${day}T${time}`)
    .toZonedDateTime('Europe/Oslo')
    .toInstant()
    .toString({ smallestUnit: 'millisecond' })
const signedUp = (day: string, time?: string) => ({
  id: 'v',
  createdAt: at(day, time),
  acts: acts<'volunteers'>(['sign-up', at(day, time)]),
  matches: [],
})

describe('Two working days', () => {
  const second = (day: string) => addWorkingDays(Temporal.PlainDate.from(day), 2).toString()

  test('skip the weekend', () => {
    expect(second('2026-11-19')).toBe('2026-11-23')
    expect(second('2026-11-20')).toBe('2026-11-24')
    expect(second('2026-11-21')).toBe('2026-11-24')
    expect(second('2026-11-23')).toBe('2026-11-25')
  })

  test('skip Easter, May and Christmas', () => {
    // Easter Sunday is 28 March 2027: Thursday to Monday are free.
    expect(second('2027-03-24')).toBe('2027-03-31')
    // 17 May 2027 is Whit Monday as well; 6 May is Ascension.
    expect(second('2027-05-14')).toBe('2027-05-19')
    expect(second('2027-05-05')).toBe('2027-05-10')
    // Christmas Eve is a working day by law; 25 and 26 December 2026 are Friday and Saturday.
    expect(second('2026-12-23')).toBe('2026-12-28')
  })

  test('count the days of Oslo, on both sides of midnight and of the clock changes', () => {
    expect(dayOf('2026-11-20T22:59:59.000Z').toString()).toBe('2026-11-20')
    expect(dayOf('2026-11-20T23:00:00.000Z').toString()).toBe('2026-11-21')
    expect(dayOf('2026-03-28T23:30:00.000Z').toString()).toBe('2026-03-29')
    expect(dayOf('2026-10-24T22:30:00.000Z').toString()).toBe('2026-10-25')
  })
})

describe('A new volunteer', () => {
  const monday = signedUp('2026-11-23', '15:30')

  test('is due at once, red on the second working day and the deputy’s on the third', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']
    expect(days.map((day) => short(dueOn(day, { volunteers: [monday] })[0] as Due).slice(2))).toEqual([
      ['due', 'coordinator'],
      ['due', 'coordinator'],
      ['red', 'coordinator'],
      ['red', 'deputy'],
    ])
  })

  test('is nothing to do once somebody has talked with her', () => {
    const called = { ...monday, acts: [...monday.acts, ...acts<'volunteers'>(['call', '2026-11-24'])] }
    expect(dueOn('2026-11-26', { volunteers: [called] })).toEqual([])
  })

  test('is the deputy’s at once when the coordinator is away', () => {
    expect(dueOn('2026-11-23', { volunteers: [monday] }, { away: true }).map(short)).toEqual([
      ['answer-volunteer', '2026-11-25', 'due', 'deputy'],
    ])
  })
})

describe('A volunteer', () => {
  const steps = [
    'call',
    'attend-course',
    'hold-talk',
    'sign-cooperation',
    'sign-confidentiality',
    'see-certificate',
  ] as const
  const ready = (...more: Parameters<typeof acts<'volunteers'>>) => [
    {
      id: 'v',
      createdAt: at('2026-09-01'),
      acts: acts<'volunteers'>(
        ['sign-up', '2026-09-01'],
        ...steps.map((name) => [name, '2026-10-01'] as const),
        ...more,
      ),
      matches: [],
    },
  ]

  test('who is free is asked every month, counted from the last time', () => {
    expect(dueOn('2026-10-31', { volunteers: ready() }).map(short)).toEqual([
      ['ask-volunteer', '2026-11-01', 'later', 'coordinator'],
    ])
    expect(dueOn('2026-11-21', { volunteers: ready(['ask', '2026-11-02']) }).map(short)).toEqual([
      ['ask-volunteer', '2026-12-02', 'later', 'coordinator'],
    ])
  })

  test('who rests is called when the pause is over', () => {
    const resting = ready(['pause', '2026-11-01', { date: '2027-01-31' }])
    expect(dueOn('2026-11-21', { volunteers: resting }).map(short)).toEqual([
      ['end-pause', '2027-01-31', 'later', 'coordinator'],
    ])
    expect(dueOn('2026-11-21', { volunteers: ready('pause') })).toEqual([])
  })
})

describe('A referral', () => {
  const referral = (list: Act<'referrals'>[], matches: Known['referrals'][number]['matches'] = []) => [
    { id: 'r', createdAt: at('2026-11-20'), acts: list, matches },
  ]

  test('is answered within two working days, and then decided', () => {
    const received = acts<'referrals'>(['receive', '2026-11-20'])
    expect(dueOn('2026-11-24', { referrals: referral(received) }).map(short)).toEqual([
      ['answer-referral', '2026-11-24', 'red', 'coordinator'],
    ])
    const called = acts<'referrals'>(['receive', '2026-11-20'], ['call', '2026-11-23'])
    expect(dueOn('2026-11-24', { referrals: referral(called) }).map(short)).toEqual([
      ['decide-referral', '2026-11-30', 'later', 'coordinator'],
    ])
  })

  test('that waits is not left without a word for more than a month', () => {
    const accepted = acts<'referrals'>(['receive', '2026-01-30'], ['accept', '2026-01-31'])
    expect(dueOn('2026-02-28', { referrals: referral(accepted) }).map(short)).toEqual([
      ['update-relative', '2026-02-28', 'due', 'coordinator'],
    ])
  })

  test('that ended after a match is told to home care, for the journal', () => {
    const ended = acts<'referrals'>(
      ['receive', '2026-09-01'],
      ['accept', '2026-09-02'],
      ['end', '2026-11-20'],
    )
    expect(dueOn('2026-11-20', { referrals: referral(ended, ['ended']) }).map(short)).toEqual([
      ['tell-home-care', '2026-11-24', 'due', 'coordinator'],
    ])
    expect(dueOn('2026-11-20', { referrals: referral(ended) })).toEqual([])
  })
})

describe('A match', () => {
  const match = (...written: Parameters<typeof acts<'matches'>>) => [
    { id: 'm', volunteerId: 'v', referralId: 'r', acts: acts<'matches'>(...written) },
  ]
  const begun = [
    ['propose', '2026-11-01'],
    ['agree-meeting', '2026-11-02', { date: '2026-11-05' }],
    ['hold-meeting', '2026-11-05'],
    ['sign-agreement', '2026-11-05'],
    ['plan-review', '2026-11-05', { date: '2027-02-07' }],
    ['start', '2026-11-05', { date: '2026-11-07' }],
  ] as const

  test('has a meeting on its day, and an agreement or a no within a week of it', () => {
    expect(dueOn('2026-11-05', { matches: match(...begun.slice(0, 2)) }).map(short)).toEqual([
      ['hold-meeting', '2026-11-05', 'due', 'coordinator'],
    ])
    expect(dueOn('2026-11-06', { matches: match(...begun.slice(0, 3)) }).map(short)).toEqual([
      ['sign-agreement', '2026-11-12', 'later', 'coordinator'],
    ])
  })

  test('is followed by a call to both two weeks after the start, across the clock change too', () => {
    const october = match(['propose', '2026-10-01'], ['start', '2026-10-10', { date: '2026-10-12' }])
    const due = dueOn('2026-10-26', { matches: october }).filter(({ kind }) => kind.startsWith('call'))
    expect(due.map(short)).toEqual([
      ['call-relative', '2026-10-26', 'due', 'coordinator'],
      ['call-volunteer', '2026-10-26', 'due', 'coordinator'],
    ])
  })

  test('has each call counted for itself, and none from before the start', () => {
    const kinds = (...more: Parameters<typeof acts<'matches'>>) =>
      dueOn('2026-11-21', { matches: match(...begun, ...more) })
        .map(({ kind }) => kind)
        .sort()
    expect(kinds()).toEqual(['call-relative', 'call-volunteer', 'review', 'supervision'])
    expect(kinds(['call-volunteer', '2026-11-20'])).toEqual(['call-relative', 'review', 'supervision'])
    expect(kinds(['call-volunteer', '2026-11-06'])).toContain('call-volunteer')
  })

  test('is reviewed on the day that the latest agreement says', () => {
    const later = match(...begun, ['plan-review', '2027-02-08', { date: '2027-05-10' }])
    const reviews = dueOn('2027-02-08', { matches: later }).filter(({ kind }) => kind === 'review')
    expect(reviews.map(short)).toEqual([['review', '2027-05-10', 'later', 'coordinator']])
  })

  test('that ended by death leaves a talk with the volunteer, and nothing for the relative', () => {
    const over = match(...begun, ['end', '2026-11-20', { detail: 'death' }])
    expect(dueOn('2026-11-20', { matches: over }).map(short)).toEqual([
      ['talk-after-death', '2026-11-24', 'due', 'coordinator'],
    ])
    const talked = match(
      ...begun,
      ['end', '2026-11-20', { detail: 'death' }],
      ['call-volunteer', '2026-11-21'],
    )
    expect(dueOn('2026-11-21', { matches: talked })).toEqual([])
  })

  test('that came no further than an agreed meeting when death ended it, leaves the same talk', () => {
    const planned = [
      ['propose', '2026-11-16'],
      ['agree-meeting', '2026-11-17', { date: '2026-11-24' }],
    ] as const
    const noMore = ['decide-against', '2026-11-20', { detail: 'death' }] as const
    const kindsOf = (matches: ReturnType<typeof match>) =>
      dueOn('2026-11-20', { matches }).map(({ kind }) => kind)
    expect(kindsOf(match(...planned, noMore))).toEqual(['talk-after-death'])
    expect(kindsOf(match(...planned, noMore, ['call-volunteer', '2026-11-20']))).toEqual([])
    expect(kindsOf(match(['propose', '2026-11-16'], noMore))).toEqual([])
  })

  test('brings supervision in a group every six weeks', () => {
    const matches = match(...begun)
    const supervision = (day: string, deployment: Act<'deployment'>[] = []) =>
      dueOn(day, { matches, deployment })
        .filter(({ kind }) => kind === 'supervision')
        .map(short)
    expect(supervision('2026-11-21')).toEqual([['supervision', '2026-12-19', 'later', 'coordinator']])
    const held = acts<'deployment'>(['hold-supervision', '2026-12-16'])
    expect(supervision('2027-01-28', held)).toEqual([['supervision', '2027-01-27', 'red', 'coordinator']])
  })
})

test('What is red comes first, and what is due before what comes later', () => {
  const known = {
    volunteers: [signedUp('2026-11-23')],
    referrals: [
      {
        id: 'r',
        createdAt: at('2026-11-18'),
        acts: acts<'referrals'>(['receive', '2026-11-18']),
        matches: [],
      },
    ],
    matches: [
      {
        id: 'm',
        volunteerId: 'x',
        referralId: 'y',
        acts: acts<'matches'>(
          ['propose', '2026-11-20'],
          ['agree-meeting', '2026-11-21', { date: '2026-11-30' }],
        ),
      },
    ],
  }
  expect(dueOn('2026-11-24', known).map(({ tone, kind }) => [tone, kind])).toEqual([
    ['red', 'answer-referral'],
    ['due', 'answer-volunteer'],
    ['later', 'hold-meeting'],
  ])
})
