import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWithIcalJs } from '../calendar/parsed.ts'
import { type RunningSite, startSite } from '../site-server.ts'
import { buildFolder } from '../sites.ts'

const slug = 'kriseovelse-2027'
const words = [slug, 'Øvelse for kriseteamet', 'Varsling på natt', 'Brannstasjonen, møterom 2']
let site: RunningSite
beforeAll(async () => {
  site = await startSite('fjordvik')
})
afterAll(() => site.stop())

async function command(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['src/commands/feed.ts', ...words], {
    env: site.environment,
  })
  return stdout
}
const newAddress = async () => {
  const shown = await command('add', slug)
  const [, path = '', token = ''] = /(\/kalender\/delt\/([\w-]+)\.ics)/.exec(shown) ?? []
  const [, id = ''] = /revoke (\w+)/.exec(shown) ?? []
  return { path, token, id }
}

describe('an unlisted course', () => {
  test('stands in no file that the public can have', () => {
    const client = join(buildFolder('fjordvik'), 'client')
    const files = readdirSync(client, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && !/\.(br|gz)$/.test(each.name))
      .map((each) => join(each.parentPath, each.name))
    expect(
      files.filter((file) => readFileSync(file, 'utf8').includes('Fagdag om pårørende')).length,
    ).toBeGreaterThan(5)
    const telling = files.filter((file) => {
      const text = `${file}\n${readFileSync(file, 'utf8')}`
      return words.some((word) => text.includes(word))
    })
    expect(telling).toEqual([])
    expect(files.filter((file) => file.includes(`kurs/${slug}`))).toEqual([])
  })

  test('comes at its secret address, stored by nobody, and again only when it has changed', async () => {
    const { path } = await newAddress()
    const answer = await fetch(site.origin + path, { headers: { 'accept-encoding': 'br' } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    expect(readWithIcalJs(text).map(({ summary, start }) => [summary, start])).toEqual([
      ['Øvelse for kriseteamet: Varsling på natt', '2027-01-21T07:30:00.000Z'],
    ])
    expect(text).not.toContain('/kurs/')

    const tag = answer.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[^"]+"$/)
    const known = { 'if-none-match': tag, 'accept-encoding': 'br' }
    expect((await fetch(site.origin + path, { headers: known })).status).toBe(304)
    const plain = await fetch(site.origin + path, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('etag')).not.toBe(tag)

    const head = await fetch(site.origin + path, {
      method: 'HEAD',
      headers: { 'accept-encoding': 'identity' },
    })
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    for (const name of ['etag', 'content-type', 'content-length'])
      expect(head.headers.get(name)).toBe(plain.headers.get(name))
  })

  test('is gone the moment its address is revoked', async () => {
    const { path, id } = await newAddress()
    expect((await fetch(site.origin + path)).status).toBe(200)
    expect(await command('list')).toContain(`${id}  2026-11-21  ${slug}`)
    await command('revoke', id)
    expect((await fetch(site.origin + path)).status).toBe(404)
  })

  test('is not there for who guesses, nor at the address of its name', async () => {
    for (const path of [`/kalender/delt/${'x'.repeat(43)}.ics`, `/kurs/${slug}/`, `/kurs/${slug}.ics`])
      expect((await fetch(site.origin + path)).status).toBe(404)
    await expect(command('add', 'varkurs-2027')).rejects.toThrow(`(${slug}), got varkurs-2027`)
  })

  test('has an address that no log knows', async () => {
    const { path, token } = await newAddress()
    await fetch(site.origin + path)
    await expect.poll(() => site.output()).toContain('/kalender/delt/[token].ics')
    expect(token).toHaveLength(43)
    expect(site.output()).not.toContain(token)
  })
})
