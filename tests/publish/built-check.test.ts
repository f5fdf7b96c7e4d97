import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemIn } from '#publish/built-check.ts'

const page = '<!doctype html><html lang="nb"><head><title>Hei</title></head></html>'
/** What is found in a file with that content. */
const look = (path: string, content: string) => problemIn(path, Buffer.from(content))

test.each([
  ['index.html', page],
  ['kalender.json', '{"dates":[]}'],
  ['nytt.xml', '<?xml version="1.0"?><feed><link href="/"/><entry><title>Ny</title></entry></feed>'],
  ['kalender.ics', readFileSync('tests/calendar/golden/moved-cancelled-and-extra.ics', 'utf8')],
])('a sound %s has no problem', (path, content) => {
  expect(look(path, content)).toBeUndefined()
})

test.each([
  ['an empty file', 'bilde.svg', '', 'expected content, got an empty file'],
  ['a page that has no title', 'a.html', '<title> </title>', 'expected a title'],
  ['broken data', 'kalender.json', '{"dates":', 'JSON'],
  ['a feed that is cut off', 'a.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'expected END:VEVENT'],
  ['a line in a feed that is none', 'a.ics', 'BEGIN:VCALENDAR\r\nhei\r\nEND:VCALENDAR\r\n', 'got "hei"'],
  ['a feed of another kind', 'a.ics', page, 'expected one VCALENDAR'],
  ['broken XML', 'nytt.xml', '<feed><entry></feed>', 'expected </feed>'],
])('%s is refused', (_, path, content, problem) => {
  expect(look(path, content)).toContain(problem)
})
