import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ownRoute, pagePath, type SectionName } from '#editorial/section.ts'
import { mainLocale } from '#editorial/site.ts'
import { buildFolder } from '../sites.ts'
import { wordsOf } from './words.ts'

const client = join(buildFolder('hamar'), 'client')
const locales = globSync('content/pages/*/interface.yaml').map((file) => file.split('/')[2] ?? '')

/** Every page of prose that is drawn before anybody asks, with its path. */
const pages = globSync('content/pages/*/*/*.mdx')
  .map((file) => file.slice('content/pages/'.length, -'.mdx'.length).split('/'))
  .map(([locale = '', section = '', slug = '']) => ({ locale, section: section as SectionName, slug }))
  .filter((page) => page.slug !== 'bli-frivillig' || page.locale !== mainLocale)
  .map((page) => ({ ...page, path: pagePath(page.section, page.slug, page.locale) }))

const read = (path: string) => readFileSync(join(client, path, 'index.html'), 'utf8')
const exists = (path: string) => existsSync(join(client, path, 'index.html'))
const decoded = (html: string) => html.replaceAll('&#39;', "'").replaceAll('&amp;', '&')

test('Norwegian and English are languages of the site, and one page of each has its own route', () => {
  expect(locales.sort()).toEqual(['en', 'nb'])
  expect(ownRoute({ locale: 'en', section: 'youth', slug: 'noen-a-snakke-med' })).toBe(true)
  expect(ownRoute({ locale: 'en', section: 'volunteer', slug: 'bli-frivillig' })).toBe(false)
})

test('the core is there in English', () => {
  expect(pages.filter(({ locale }) => locale === 'en').length).toBeGreaterThanOrEqual(12)
})

describe.each(pages)('$path', ({ locale, path }) => {
  const other = locale === mainLocale ? 'en' : mainLocale
  const base = locale === mainLocale ? path : path.slice(locale.length + 1)
  const translation = other === mainLocale ? base : `/${other}${base}`

  test('is drawn in its language', () => {
    expect(read(path)).toContain(`<html lang="${locale}"`)
  })

  test('leads to the same page in the other language, or says that there is none', () => {
    const html = decoded(read(path))
    const { language, notTranslated } = wordsOf(other)
    const found = new RegExp(`<a href="([^"]+)" lang="${other}"[^>]*>([^<]+)<`).exec(html)
    const link = { href: found?.[1], title: found?.[2]?.trim() }
    const alternates = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)"/g)].map(([, tag]) => tag)
    if (exists(translation) || translation === '/bli-frivillig/') {
      expect(link).toEqual({ href: translation, title: language })
      expect(alternates.sort()).toEqual(['en', 'nb'])
    } else {
      expect(link).toEqual({
        href: other === mainLocale ? '/' : `/${other}/`,
        title: `${language} (${notTranslated})`,
      })
      expect(alternates).toEqual([])
    }
  })
})
