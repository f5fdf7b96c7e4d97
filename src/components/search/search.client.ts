/** With script the answer comes while one types, and the question never leaves the device. */

import { createEngine, type Engine } from '#search/engine.ts'
import type { SearchData } from '#search/entry.ts'
import { find } from '#search/find.ts'
import { readQuery } from '#search/query.ts'
import { findInTexts } from './full-text.ts'
import { type Answer, showAnswers } from './show-answers.ts'

/** So few answers from titles and words that the full texts are asked as well. */
const few = 3
const pause = 200
const longPause = 700

const form = document.querySelector<HTMLFormElement>('main search form')
const field = form?.querySelector('input')
const place = document.querySelector<HTMLElement>('#svar')

if (form && field && place) {
  let engine: Promise<Engine> | undefined
  const getEngine = () => {
    engine ??= fetch('/sok/sider.json')
      .then((response) => response.json())
      .then((data: SearchData) => createEngine(data))
    return engine
  }
  const read = () => readQuery(new URLSearchParams({ q: field.value }))

  /** Only the newest question is answered. */
  let turn = 0
  const answer = async (wait: number) => {
    turn += 1
    const mine = turn
    const query = read()
    const show = (answers: readonly Answer[], last: boolean) => {
      if (mine === turn) showAnswers(place, query, answers, last)
    }
    place.ariaBusy = 'true'
    const loaded = await getEngine()
    const found = find(loaded, query)
    const enough = found.length >= few || query === ''
    if (enough || found.length > 0) show(found, enough)
    if (enough) return
    await new Promise((resolve) => setTimeout(resolve, wait))
    if (mine !== turn) return
    const inTexts = (await findInTexts(loaded, query)).flatMap(({ url, excerpt }) => {
      const entry = found.some(({ path }) => path === url) ? undefined : loaded.entries.get(url)
      return entry ? [{ ...entry, excerpt }] : []
    })
    show([...found, ...inTexts], true)
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  field.addEventListener('focus', () => void getEngine(), { once: true })
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void answer(longPause), pause)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    history.replaceState(null, '', `?q=${encodeURIComponent(read())}`)
    // Without the index the server answers, as it does without script.
    answer(0).catch(() => form.submit())
  })
}
