import { describe, expect, test } from 'vitest'
import { chooseEncoding, matchesTag } from '#server/negotiate.ts'

describe('the encoding of an answer', () => {
  const both = ['br', 'gzip'] as const
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.9', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0.2, br;q=0', 'gzip'],
    ['identity', 'identity'],
    ['identity;q=1, br;q=0.5', 'identity'],
    ['GZIP ; q=1.0', 'gzip'],
    ['br;q=nonsense', 'identity'],
    ['identity;q=0', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
  ])('for «%s» is %s', (header, expected) => {
    expect(chooseEncoding(header, both)).toBe(expected)
  })

  test('is the file as it is when nothing else is at hand', () => {
    expect(chooseEncoding('br, gzip', [])).toBe('identity')
  })
})

describe('a tag that the browser has', () => {
  test.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", W/"a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    ['', false],
    [undefined, false],
  ])('in «%s» matches: %s', (header, expected) => {
    expect(matchesTag(header, '"a"')).toBe(expected)
  })
})
