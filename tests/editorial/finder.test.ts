import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Fit, findRights, readAnswers } from '#editorial/finder.ts'

const folder = 'content/pages/nb/rights'
const rights = readdirSync(folder)
  .map((file) => {
    const front = readFileSync(`${folder}/${file}`, 'utf8').split('---')[1] ?? ''
    const { fit, order } = parse(front) as { order: number; fit: Partial<Fit> & { helps: string[] } }
    return { order, slug: file.replace('.mdx', ''), fit: { when: fit.when ?? {}, helps: fit.helps } }
  })
  .sort((a, b) => a.order - b.order)
const found = (answers: Parameters<typeof findRights>[1]) => {
  const { likely, possible } = findRights(rights, answers)
  return { likely: likely.map((each) => each.slug), possible: possible.map((each) => each.slug) }
}

describe('the finder', () => {
  it('gives respite and support to a daughter who does most of it and needs rest', () => {
    const { likely } = found({
      recipient: 'parent',
      illness: 'dementia',
      load: 'constant',
      home: 'together',
      need: 'rest',
    })
    expect(likely.slice(0, 4)).toEqual(
      expect.arrayContaining(['avlastning', 'parorendestotte', 'dagaktivitet']),
    )
    expect(likely).not.toContain('pleiepenger-sykt-barn')
  })

  it('shows respite to whoever asks for rest, for the law has no fixed limit', () => {
    for (const load of ['some', 'much', undefined] as const) {
      const { likely } = found({ illness: 'dementia', home: 'ownHome', need: 'rest', ...(load && { load }) })
      expect(likely, load).toContain('avlastning')
    }
  })

  it('puts support and respite before a taxi card, also for whoever has not said where they live', () => {
    const { likely } = found({ recipient: 'parent', illness: 'dementia', need: 'rest' })
    expect(likely.slice(0, 3)).toEqual(['parorendestotte', 'avlastning', 'dagaktivitet'])
    expect(likely).toContain('tt-kort')
  })

  it('gives paid leave to a father at work with an ill child', () => {
    const { likely } = found({
      recipient: 'child',
      illness: 'serious',
      work: 'employed',
      need: 'leave',
      home: 'together',
    })
    expect(likely).toEqual(
      expect.arrayContaining([
        'pleiepenger-sykt-barn',
        'omsorgspenger',
        'permisjon',
        'pleiepenger-livets-sluttfase',
      ]),
    )
  })

  it('never offers pay for leave to someone who is not at work', () => {
    const { likely, possible } = found({
      recipient: 'child',
      illness: 'serious',
      work: 'notEmployed',
      need: 'money',
    })
    expect([...likely, ...possible].some((slug) => slug.startsWith('pleiepenger'))).toBe(false)
  })

  it('gives the bereaved what there is after a death, and nothing about care', () => {
    const { likely, possible } = found({ illness: 'death', need: 'money' })
    expect(likely[0]).toBe('etterlatte')
    expect([...likely, ...possible]).not.toContain('avlastning')
  })

  it('answers with something when only the need is known', () => {
    for (const need of ['rest', 'money', 'leave', 'knowledge', 'say', 'someone'] as const) {
      const { likely, possible } = found({ need })
      expect(likely.length + possible.length, need).toBeGreaterThan(0)
    }
  })

  it('shows at most ten rights, for more is no help', () => {
    const { likely, possible } = found({ load: 'constant', home: 'together', work: 'employed' })
    expect(likely.length).toBeLessThanOrEqual(6)
    expect(possible.length).toBeLessThanOrEqual(4)
  })

  it('gives the same list for the same answers', () => {
    const answers = { load: 'much', need: 'money' } as const
    expect(found(answers)).toEqual(found(answers))
  })

  it('takes no answer that was not offered', () => {
    const given: Record<string, unknown> = {
      recipient: '<script>',
      work: 'employed',
      illness: ['dementia'],
      need: 'constructor',
    }
    expect(readAnswers((question) => given[question])).toEqual({ work: 'employed' })
  })
})
