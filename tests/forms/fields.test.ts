import { expect, test } from 'vitest'
import { readFields } from '#forms/fields.ts'

const urlencoded = (text: string) =>
  readFields('application/x-www-form-urlencoded', new URLSearchParams({ name: text }).toString())
const json = (text: string) => readFields('application/json', JSON.stringify({ name: text }))
/** Of the quickest of five: in the others, the machine may have done something else. */
const milliseconds = (act: () => void) => {
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    act()
    return performance.now() - begun
  })
  return Math.min(...times)
}

test('thousands of marks on one letter cannot hold up everybody else while they are put in order', () => {
  for (const marks of [
    '\u0301'.repeat(8000) + '\u0323'.repeat(8000),
    `${'\u0301'.repeat(20)}\uff9e`.repeat(800),
  ]) {
    const text = `a${marks}`
    const slow = milliseconds(() => text.normalize('NFKC'))
    for (const read of [urlencoded, json]) {
      const [kept = ''] = read(text).get('name') ?? []
      expect(kept).toHaveLength(31)
      expect(milliseconds(() => kept.normalize('NFKC'))).toBeLessThan(Math.max(slow / 10, 1))
    }
  }
})

test.each(['Åse Björk', 'Nguyễn Thị Hương', 'Jose\u0301', 'שָׁלוֹם', 'ภาษาไทยน้ำ', 'ｶﾞｷﾞ', 'a\u0301\n\u0301'])(
  'the marks that people write stay: %s',
  (text) => {
    expect(json(text).get('name')).toEqual([text])
    expect(urlencoded(text).get('name')).toEqual([text])
  },
)
