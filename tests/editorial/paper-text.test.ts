import { describe, expect, test } from 'vitest'
import type { Municipality } from '#editorial/municipality.ts'
import { checkPaperText } from '#editorial/paper-text.ts'
import { fillPlaceholders, openLine, placeholdersOf } from '#editorial/placeholders.ts'
import { findUnprintable, printable } from '#editorial/printable.ts'
import { workOf } from '../work.ts'

const site = 'https://parorende.fjordvik.example'
const respite = { name: 'Koordinator for avlastning', phone: '62 00 00 00' }
const fjordvik = { officialName: 'Fjordvik kommune', respite } as Municipality

describe('words in square brackets', () => {
  test('become those of the municipality', () => {
    const words = placeholdersOf({ ...fjordvik, respite: { ...respite, confirmedAt: '2026-10-01' } }, site)
    const text = '[kommune]: ring [koordinator] på [telefon], eller se [nettsted]. [koordinator] svarer.'
    expect(fillPlaceholders(text, words)).toBe(
      'Fjordvik kommune: ring koordinator for avlastning på 62\u00A000\u00A000\u00A000, eller se parorende.fjordvik.example. Koordinator for avlastning svarer.',
    )
  })

  test('keep the name of somebody who is no coordinator as it is spelt', () => {
    const words = placeholdersOf({ ...fjordvik, respite: { ...respite, name: 'Avlastningsteamet' } }, site)
    expect(fillPlaceholders('Ring [koordinator].', words)).toBe('Ring Avlastningsteamet.')
  })

  test('become a line to write on where nobody has confirmed the number', () => {
    expect(fillPlaceholders('Ring [telefon].', placeholdersOf(fjordvik, site))).toBe(`Ring ${openLine}.`)
  })

  test('are refused where they mean nothing, with line and advice', () => {
    const text =
      '---\nslug: [a, b]\n---\nRing [telefon] eller [tlf].\n\n- [ ] Bestill rom\n- [x] [Les mer](/kurs/)\n'
    expect(checkPaperText('attachments/avtale.mdx', text)).toEqual([
      {
        line: 4,
        message:
          '[tlf] blir ikke fylt ut. Bruk ett av [kommune], [koordinator], [telefon], [nettsted], eller ta bort klammene',
      },
    ])
  })

  test('are looked for in no time, whatever the line', async () => {
    const line = '-'.repeat(150_000)
    const work = workOf(() => expect(checkPaperText('attachments/avtale.mdx', line)).toEqual([]))
    expect(await work).toBeLessThan(1000)
  })

  test('are left alone in texts that are not for paper', () => {
    expect(checkPaperText('pages/nb/adults/kurs.mdx', 'Ring [tlf] 🙂')).toEqual([])
  })
})

describe('characters on paper', () => {
  test('are those of the text, or what says the same', () => {
    expect(printable('Åse Čović, 2 €: «ja» – nei … 1\u202f000')).toBe(
      'Åse Čović, 2 €: «ja» – nei … 1\u00a0000',
    )
    expect(printable('Skjema → svar')).toBe('Skjema – svar')
    expect(printable('A\u030Angstrøm, ǎ, ﬁ')).toBe('Ångstrøm, a, fi')
  })

  test('are refused where nothing says the same, by line', () => {
    expect(findUnprintable('Київ 🙂')).toEqual(['К', 'и', 'ї', 'в', '🙂'])
    expect(checkPaperText('flyers/kurs.yaml', 'title: Kurs\nlead: Velkommen 🙂\n')).toEqual([
      {
        line: 2,
        message: 'Tegnet 🙂 kan ikke skrives på papir. Ta det bort, eller skriv det med andre tegn',
      },
    ])
  })
})

describe('blocks that only a screen can show', () => {
  test('are refused on paper, by line, and nowhere else', () => {
    const text =
      '---\ntitle: Avtale\n---\nHei.\n\n<Contact office="respite" />\n\n<Film file="a" title="b" transcript="c" />\n'
    expect(checkPaperText('course-folder/hjemme.mdx', text)).toEqual([
      {
        line: 6,
        message: '<Contact> kan ikke stå på papir. Skriv navnet, og [telefon] der nummeret skal stå',
      },
      { line: 8, message: '<Film> kan ikke stå på papir. Skriv hvor filmen ligger' },
    ])
    expect(checkPaperText('pages/nb/adults/kurs.mdx', text)).toEqual([])
  })
})
