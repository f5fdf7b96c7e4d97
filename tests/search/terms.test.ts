import { describe, expect, test } from 'vitest'
import { partsOf, tailOf } from '#search/compound.ts'
import { fold } from '#search/fold.ts'
import { createLexicon, toPlainQuestion, toTerms } from '#search/lexicon.ts'
import { readMdx } from '#search/plain-text.ts'
import { readQuery } from '#search/query.ts'
import { stem } from '#search/stem.ts'

describe('a word is folded', () => {
  test.each([
    ['pårørende', 'parorende'],
    ['PÅRØRENDE', 'paarørende'],
    ['nærmeste', 'naermeste'],
    ['kafé', 'kafe'],
    ['søknad', 'soeknad'],
    ['kommune', 'komune'],
    // Å as one character, and as A with a ring.
    ['\u00e5', 'a\u030a'],
  ])('so that %s is %s', (a, b) => {
    expect(fold(a)).toBe(fold(b))
  })
})

describe('an ending is taken off', () => {
  const stems = (words: string) => new Set(words.split(' ').map((word) => stem(fold(word))))
  test.each([
    'avlastning avlastningen avlastninger avlastningene avlastninga avlastningar avlastningane',
    'barn barnet barna barnas',
    'hjem hjemmet hjemmene',
    'støtte støtten',
    'tjeneste tjenesten tjenester tjenestene',
    'pårørende pårørendes pårørande',
    'venn venner vennene',
  ])('from %s', (words) => {
    expect(stems(words).size).toBe(1)
  })

  test('but never so much that different words meet', () => {
    expect(stems('barn bar').size).toBe(2)
    expect(stems('kreft kraft').size).toBe(2)
    expect(stem('mote')).toBe('mot')
  })
})

describe('a compound', () => {
  const words = new Set(
    ['parorende', 'kafe', 'besok', 'ven', 'omsorg', 'stonad', 'person', 'ledsager'].map(stem),
  )
  const isWord = (each: string) => words.has(each)

  test('is parted where both parts are words of the site', () => {
    expect(partsOf(fold('pårørendekafé'), isWord)).toEqual(['parorende', 'kafe'])
    expect(partsOf(fold('omsorgsstønad'), isWord)).toEqual(['omsorg', 'stonad'])
    expect(partsOf(fold('avlastning'), isWord)).toEqual([])
  })

  test('is not looked for in what is too long to be a word: a hundred letters could be parted in a million ways', () => {
    let looks = 0
    const both = new Set(['syke', 'hjem', 'sykehjem'].map(stem))
    const counted = (each: string) => {
      looks += 1
      return both.has(each)
    }
    expect(partsOf('sykehjem', counted)).toEqual(['syke', 'hjem'])
    expect(partsOf(`xq${'sykehjem'.repeat(12)}`, counted)).toEqual([])
    expect(partsOf(`xq${'sykehjem'.repeat(4)}`, counted)).toEqual([])
    expect(looks).toBeLessThan(5000)
  })

  test('has a last part even when only the first is known', () => {
    expect(tailOf(fold('ledsagerbevis'), isWord)).toBe('bevis')
    expect(tailOf(fold('sykmelding'), isWord)).toBeUndefined()
  })
})

describe('a question', () => {
  const lexicon = createLexicon({
    ignored: ['korleis', 'får', 'eg', 'ein'],
    same: [['sykehjem', 'sjukeheim']],
  })

  test('loses its small words, and speaks as the pages do', () => {
    expect(toTerms('Korleis får eg ein sjukeheim?', lexicon)).toEqual(
      toTerms('sykehjemmet', lexicon).map((term) => ({ ...term, full: 'sykehjem' })),
    )
    expect(toPlainQuestion('Korleis får eg sjukeheim på Åsen?', lexicon)).toBe('sykehjem pa asen')
  })

  test('is cut, and cleaned of what nobody types', () => {
    expect(readQuery(new URLSearchParams(`q=${'a'.repeat(500)}`))).toHaveLength(100)
    expect(readQuery(new URLSearchParams('q=%00a%0A%0Ab%FF'))).toMatch(/^a b/)
    expect(readQuery(new URLSearchParams(''))).toBe('')
  })
})

test('a page is read without its marks, with headings and block titles apart', () => {
  const text = readMdx(
    '## Fristen\nDu har **tre** [uker](/rettigheter/).\n<Steps title="Slik gjør du">\n1. Ring\n</Steps>\n<Contact id="x" />',
  )
  expect(text).toEqual({ headings: ['Fristen', 'Slik gjør du'], body: 'Du har tre uker. 1. Ring' })
})
