import { describe, expect, test } from 'vitest'
import { serve } from '../served.ts'

const served = serve('fjordvik')

test('a reader of XML finds each change in the news, with an id of its own', async () => {
  const text = await (await fetch(`${served.site.origin}/nyheter.atom`)).text()
  const page = await served.browser.newPage()
  const read = await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, 'application/xml')
    const textsOf = (selector: string) => [...feed.querySelectorAll(selector)].map((each) => each.textContent)
    return {
      error: feed.querySelector('parsererror')?.textContent,
      ids: textsOf('entry > id'),
      titles: textsOf('entry > title'),
    }
  }, text)
  expect(read.error).toBeUndefined()
  expect(new Set(read.ids).size).toBe(read.ids.length)
  expect(read.titles).toContain('Likevel ikke avlyst: Veiledning for frivillige onsdag 25. november 2026')
})

describe.each([
  ['/nyheter.atom', 'application/atom+xml; charset=utf-8'],
  ['/kalender.ics', 'text/calendar; charset=utf-8'],
  ['/kalender/frivillige.ics', 'text/calendar; charset=utf-8'],
  ['/kurs/varkurs-2027/2027-02-02.ics', 'text/calendar; charset=utf-8'],
])('%s', (path, type) => {
  test('has its type and a strong tag, and is not sent again to who has it', async () => {
    const first = await fetch(served.site.origin + path)
    expect(first.headers.get('content-type')).toBe(type)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[^"]+"$/)
    const again = await fetch(served.site.origin + path, { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
    const head = await fetch(served.site.origin + path, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, tag, ''])
  })
})
