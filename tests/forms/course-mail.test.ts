import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { courseMailSchema } from '#forms/course-mail.ts'

test('the receipt, which others may see, never shows the link that lets somebody leave', () => {
  const shipped = () => parse(readFileSync('content/pages/nb/course-mail.yaml', 'utf8'))
  const words = shipped()
  expect(courseMailSchema.safeParse(words).success).toBe(true)
  expect(JSON.stringify(words.waiting.next)).toContain('{lenke}')
  words.waiting.shown.push('Si fra her: {lenke}')
  const refused = courseMailSchema.safeParse(words)
  expect(refused.error?.issues).toMatchObject([
    { path: ['waiting', 'shown'], message: expect.stringContaining('{lenke}') },
  ])
})
