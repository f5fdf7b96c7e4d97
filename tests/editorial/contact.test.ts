import { readFileSync } from 'node:fs'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { municipalitySchema } from '#editorial/municipality.ts'
import { resourceSchema } from '#editorial/resource.ts'
import { contactBlock } from '../../src/components/blocks/Contact.tsx'
import { wordsOf } from '../site/words.ts'

const switchboard = { name: 'Servicetorget', phone: '00 00 00 10', seenYear: 2019 }

type Offices = Partial<Record<'allocation' | 'switchboard', object>> & { website?: string | undefined }

const siteWith = (offices: Offices) => ({
  municipality: municipalitySchema.parse({
    name: 'Fjordvik',
    officialName: 'Fjordvik kommune',
    county: 'Innlandet',
    website: 'https://fjordvik.example',
    theme: 'fjord',
    ...offices,
  }),
  words: wordsOf('nb'),
  locale: 'nb',
})
const draw = (offices: Offices, office: 'allocation' | 'switchboard') =>
  renderToStaticMarkup(createElement(contactBlock(siteWith(offices), []), { office }))

describe('an office that nobody has confirmed', () => {
  test.each(['allocation', 'switchboard'] as const)(
    'sends %s to the switchboard, with the year',
    (office) => {
      const html = draw({ switchboard }, office)
      expect(html).toContain('Vi har ikke fått bekreftet nummeret ennå')
      expect(html).toContain('<a href="tel:00000010">00 00 00 10</a> (nummeret er fra 2019)')
    },
  )

  test('says no year of a switchboard that is confirmed', () => {
    const html = draw({ switchboard: { ...switchboard, confirmedAt: '2026-11-02' } }, 'allocation')
    expect(html).toContain('Servicetorget: <a href="tel:00000010">00 00 00 10</a></p>')
  })

  test('keeps its own number back, and names the municipality when nothing is known', () => {
    const html = draw({ allocation: { name: 'Tildeling', phone: '00 00 00 11' } }, 'allocation')
    expect(html).not.toContain('tel:')
    expect(html).toContain('Spør Fjordvik kommune')
  })

  test('says a whole sentence and guesses no address where the website is not known either', () => {
    expect(draw({}, 'allocation')).toContain('<a href="https://fjordvik.example">kommunens nettsted</a>')
    const html = draw({ website: undefined }, 'allocation')
    expect(html).toContain('Spør Fjordvik kommune.</p>')
    expect(html).not.toContain('href')
  })
})

test('a confirmed office is enough by itself', () => {
  const allocation = { name: 'Tildeling', phone: '00 00 00 11', confirmedAt: '2026-11-02' }
  const html = draw({ allocation, switchboard }, 'allocation')
  expect(html.match(/tel:\d+/g)).toEqual(['tel:00000011'])
})

test('a place to chat says that it is one, and gives an address once', () => {
  const chat = 'https://www.barsnakk.no'
  const bar = resourceSchema.parse({
    ...parse(readFileSync('content/resources/bar.yaml', 'utf8')),
    chat,
    website: chat,
  })
  const Contact = contactBlock(siteWith({}), [{ ...bar, id: 'bar' }])
  const html = renderToStaticMarkup(createElement(Contact, { id: 'bar' }))
  expect(html.match(/<a [^>]*>[^<]*/g)).toEqual([`<a href="${chat}">Chat på barsnakk.no`])
})
