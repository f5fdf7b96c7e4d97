import { expect, test } from 'vitest'
import { columnWidths } from '#paper/columns.ts'
import { isHeldItem } from '#paper/held.ts'
import { breakLines } from '#paper/lines.ts'

const laws = [
  ['Paragraf', 'Hva den sier, kort'],
  ['Helse- og omsorgstjenesteloven § 12-1', 'Den som gjør tjeneste eller arbeid etter loven. '.repeat(8)],
  ['Pasient- og brukerrettighetsloven § 3-6', 'Taushetsplikten faller bort så langt den sier ja. '.repeat(4)],
]
const linesIn = (widths: readonly number[]) =>
  laws.reduce(
    (sum, row) =>
      sum + Math.max(...row.map((cell, index) => breakLines(cell, (widths[index] ?? 0) - 11, 11).length)),
    0,
  )

test('the column with more to read is wider, so that the rows are low', () => {
  const [short = 0, long = 0] = columnWidths(laws, 480, 11)
  expect(short + long).toBeCloseTo(480)
  expect(long).toBeGreaterThan(short * 1.4)
  expect(linesIn([short, long])).toBeLessThan(linesIn([240, 240]))
})

test('no row of a table and no point of a list is alone on a page', () => {
  const held = (count: number, toTick = false) =>
    Array.from({ length: count }, (_, index) => isHeldItem(index, count, toTick))
  expect(held(1)).toEqual([false])
  expect(held(5)).toEqual([true, false, false, true, false])
  expect(held(5, true)).toEqual([true, true, true, true, false])
  expect(held(7, true)).toEqual([true, false, false, false, false, true, false])
})
