import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { type Municipality, municipalitySchema } from '#editorial/municipality.ts'
import { contactBlock } from '../../src/components/blocks/Contact.tsx'
import { wordsOf } from '../site/words.ts'

const switchboard = { name: 'Servicetorget', phone: '00 00 00 10', seenYear: 2019 }

function draw(
  offices: Partial<Record<'allocation' | 'switchboard', object>>,
  office: 'allocation' | 'switchboard',
) {
  const municipality: Municipality = municipalitySchema.parse({
    name: 'Fjordvik',
    officialName: 'Fjordvik kommune',
    county: 'Innlandet',
    website: 'https://fjordvik.example',
    theme: 'fjord',
    ...offices,
  })
  const Contact = contactBlock({ municipality, words: wordsOf('nb'), locale: 'nb' }, [])
  return renderToStaticMarkup(createElement(Contact, { office }))
}

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
})

test('a confirmed office is enough by itself', () => {
  const allocation = { name: 'Tildeling', phone: '00 00 00 11', confirmedAt: '2026-11-02' }
  const html = draw({ allocation, switchboard }, 'allocation')
  expect(html.match(/tel:\d+/g)).toEqual(['tel:00000011'])
})
