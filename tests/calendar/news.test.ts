import { describe, expect, test } from 'vitest'
import { atom } from '#calendar/atom.ts'
import { listNews } from '#calendar/news.ts'
import { busyCafe } from './busy-cafe.ts'
import { asSeen, hostile } from './hostile.ts'
import { date, madeUpCafe } from './made-up-cafe.ts'
import { madeUpCourse } from './made-up-course.ts'

const today = date('2026-11-21')
const feedOf = (news = listNews([busyCafe(), madeUpCourse()], today)) =>
  atom({
    title: 'Nytt fra Pusterom i Fjordvik',
    author: 'Fjordvik kommune',
    path: '/nyheter.atom',
    site: 'https://fjordvik.example',
    news,
  })

describe('news', () => {
  test('are what was added, cancelled and moved, the newest first', async () => {
    await expect(feedOf()).toMatchFileSnapshot('golden/news.atom')
  })

  test('keep each change as it was when it was made', () => {
    const changes = [
      { kind: 'cancelled', date: '2026-11-24', reason: 'Storm.', changedAt: '2026-11-02' },
      { kind: 'restored', date: '2026-11-24', changedAt: '2026-11-04' },
    ]
    const ids = (until: string) => listNews([madeUpCafe({ exceptions: changes })], date(until))
    expect(ids('2026-11-03').map(({ title }) => title)).toEqual([
      'Avlyst: Kafé Etter-På tirsdag 24. november 2026',
      'Nytt: Kafé Etter-På',
    ])
    const [restored, cancelled] = ids('2026-11-05')
    expect(restored?.title).toBe('Likevel ikke avlyst: Kafé Etter-På tirsdag 24. november 2026')
    expect(restored?.text).toBe(
      'Tirsdag 24. november 2026 kl. 12.00–14.00, Kafé Naustet. Ikke avlyst likevel.',
    )
    expect(cancelled).toEqual(ids('2026-11-03')[0])
  })

  test('are not made of what nobody has confirmed', () => {
    expect(listNews([madeUpCafe({ confirmedAt: undefined })], today)).toEqual([])
  })

  test('are the same on every day without news', () => {
    expect(listNews([busyCafe()], date('2026-12-31'))).toEqual(listNews([busyCafe()], today))
    expect(feedOf([])).toContain('<updated>2026-11-21T00:00:00Z</updated>')
  })

  test.each(hostile)('hold %s as text', (_, text) => {
    const at = listNews([madeUpCafe()], today)[0]?.at
    if (!at) throw new Error('expected news of the café, got none')
    const file = feedOf([{ id: 'a', title: text, text, path: '/', at }])
    expect(file.match(/<entry>/g)).toHaveLength(1)
    const title = /<entry>.*?<title>(.*?)<\/title>/s.exec(file)?.[1] ?? ''
    const marks: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
    expect(title).not.toMatch(/[<>]|&(?!\w+;)/)
    expect(title.replace(/&\w+;/g, (mark) => marks[mark] ?? mark)).toBe(asSeen(text).replaceAll('\n', ' '))
  })
})
