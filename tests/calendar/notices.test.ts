import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { listNotices } from '#calendar/notices.ts'
import { noticeSchema } from '#editorial/notice.ts'
import { madeUpCafe } from './made-up-cafe.ts'

/** Wall time in Oslo. */
const oslo = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Oslo').toInstant()
const cancelled = {
  kind: 'cancelled',
  date: '2026-11-24',
  reason: 'Kafeen har vannlekkasje.',
  changedAt: '2026-11-20',
}
const moved = {
  kind: 'moved',
  date: '2026-12-08',
  newDate: '2026-12-09',
  reason: 'Vi pusser opp.',
  changedAt: '2026-11-30',
}

const shown = (exceptions: unknown[], now: string, different = {}) =>
  listNotices({ activities: [madeUpCafe({ exceptions, ...different })], written: [], now: oslo(now) })
const titles = (...args: Parameters<typeof shown>) => shown(...args).map(({ title }) => title)

describe('a late change', () => {
  test('of a cancelled date says which, why and where to read more', () => {
    expect(shown([cancelled], '2026-11-21T09:00')).toMatchObject([
      {
        title: 'Avlyst: Kafé Etter-På tirsdag 24. november',
        text: 'Kafeen har vannlekkasje.',
        href: '/kafe/etter-pa/',
      },
    ])
  })

  test('of a moved date says when and where it will be', () => {
    expect(shown([moved], '2026-12-01T09:00')).toMatchObject([
      {
        title: 'Flyttet: Kafé Etter-På tirsdag 8. desember',
        text: 'Det blir onsdag 9. desember kl. 12.00–14.00, Kafé Naustet. Vi pusser opp.',
      },
    ])
  })

  test('is shown until the date has passed, to the minute', () => {
    expect(titles([cancelled], '2026-11-24T13:59')).toHaveLength(1)
    expect(titles([cancelled], '2026-11-24T14:00')).toEqual([])
  })

  test('is shown until both the old and the new date have passed', () => {
    expect(titles([moved], '2026-12-08T15:00')).toHaveLength(1)
    expect(titles([moved], '2026-12-09T13:59')).toHaveLength(1)
    expect(titles([moved], '2026-12-09T14:00')).toEqual([])
    const earlier = { ...moved, newDate: '2026-12-03' }
    expect(titles([earlier], '2026-12-08T13:59')).toHaveLength(1)
    expect(titles([earlier], '2026-12-08T14:00')).toEqual([])
  })

  test.each([
    ['2026-11-24', 1],
    ['2026-11-10', 1],
    ['2026-11-09', 0],
  ])('is one of the last 14 days: written %s, %i is shown', (changedAt, count) => {
    expect(titles([{ ...cancelled, changedAt }], '2026-11-24T08:00')).toHaveLength(count)
  })

  test('counts from the earlier of two dates, for there somebody may stand before a closed door', () => {
    const earlier = { ...moved, newDate: '2026-12-03' }
    expect(titles([{ ...earlier, changedAt: '2026-11-19' }], '2026-11-20T08:00')).toHaveLength(1)
    expect(titles([{ ...earlier, changedAt: '2026-11-18' }], '2026-11-20T08:00')).toEqual([])
  })

  test('is neither an extra date nor one that takes place after all, nor one that nobody has confirmed', () => {
    const extra = { kind: 'extra', date: '2026-11-26', changedAt: '2026-11-20' }
    expect(titles([extra], '2026-11-21T09:00')).toEqual([])
    const restored = { kind: 'restored', date: '2026-11-24', changedAt: '2026-11-21' }
    expect(titles([cancelled, restored], '2026-11-21T09:00')).toEqual([])
    expect(titles([cancelled], '2026-11-21T09:00', { confirmedAt: undefined, seenYear: 2018 })).toEqual([])
  })

  test('comes in order of time, before what editors wrote', () => {
    const written = [
      noticeSchema.parse({ title: 'Hei', text: 'Hei.', from: '2026-11-01', until: '2026-12-31' }),
    ]
    const activities = [
      madeUpCafe({
        exceptions: [
          { ...moved, changedAt: '2026-12-01' },
          { ...cancelled, date: '2026-12-22', changedAt: '2026-12-18' },
        ],
      }),
    ]
    const found = listNotices({ activities, written, now: oslo('2026-12-04T09:00') })
    expect(found.map(({ title }) => title.split(' ').at(-1))).toEqual(['desember', 'desember', 'Hei'])
    expect(found[0]?.title).toContain('8. desember')
  })
})

describe('what an editor wrote', () => {
  const written = [
    noticeSchema.parse({ title: 'Hei', text: 'Hei.', from: '2026-10-24', until: '2026-10-25' }),
  ]
  const at = (now: string) => listNotices({ activities: [], written, now: oslo(now) }).length

  test('is shown from its first day to its last, both included, also on the day of 25 hours', () => {
    expect([
      at('2026-10-23T23:59'),
      at('2026-10-24T00:00'),
      at('2026-10-25T23:59'),
      at('2026-10-26T00:00'),
    ]).toEqual([0, 1, 1, 0])
    const [notice] = listNotices({ activities: [], written, now: oslo('2026-10-25T12:00') })
    expect(notice?.until.toString()).toBe('2026-10-26T00:00:00+01:00[Europe/Oslo]')
  })

  test('cannot end before it begins', () => {
    const { error } = noticeSchema.safeParse({
      title: 'Hei',
      text: 'Hei.',
      from: '2026-10-25',
      until: '2026-10-24',
    })
    expect(error?.issues).toMatchObject([{ path: ['until'], message: 'Meldingen slutter før den begynner' }])
  })
})
