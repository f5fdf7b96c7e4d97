/** Whether what was saved is on the site yet: «Lagret 14.02 · Bygger · På nett 14.02», in our line above the CMS. */
import { ask } from './ask.ts'
import { element } from './element.ts'

interface TextLink {
  readonly title: string
  readonly href?: string
  readonly edit?: string
}

/** As `/admin/api/publisering` says it; newest first. */
interface Publishing {
  readonly isUnderWay: boolean
  readonly changes: readonly {
    readonly state: 'saved' | 'building' | 'live' | 'stopped' | 'taken-back'
    readonly says: string
    readonly isUpgrade: boolean
    readonly texts: readonly TextLink[]
    readonly stops: readonly (TextLink & { readonly message: string })[]
  }[]
  /** Texts that do not fit the program since an upgrade. */
  readonly held: readonly (TextLink & { readonly says: string })[]
}

/**
 * Milliseconds between two looks while something happens, growing from the one to the other. Else nobody asks: a page
 * left open is no sign of life.
 */
const [soon, seldom] = [1000, 15_000]

/** @returns `look`, to be called when something was saved */
export function followPublishing(place: HTMLElement): { look: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look(pause = soon): Promise<void> {
    clearTimeout(timer)
    const publishing = await ask<Publishing>('/admin/api/publisering').catch(() => undefined)
    clearTimeout(timer)
    if (!publishing) return
    show(place, publishing)
    if (publishing.isUnderWay && !document.hidden)
      timer = setTimeout(look, pause, Math.min(pause * 1.1, seldom))
  }

  document.addEventListener('visibilitychange', () => document.hidden || void look())
  void look()
  return { look: () => void look() }
}

function show(place: HTMLElement, { changes: [newest], held: [held] }: Publishing): void {
  if (!newest) return
  const [text] = newest.texts
  const isStopped = newest.state === 'stopped'
  const [stop] = newest.stops
  const link = (href: string, words: string, target = '') => [' ', element('a', { href, target }, words)]
  const line = element(
    'span',
    { className: newest.state },
    [nameOf(newest), newest.says].filter(Boolean).join(': '),
  )
  if (isStopped && stop?.edit) line.append(...link(stop.edit, 'Rett det her'))
  else if (newest.state === 'live' && text?.href && !newest.isUpgrade)
    line.append(...link(text.href, 'Se siden', '_blank'))
  if (held) {
    line.append(' ', element('span', { className: 'stopped' }, held.says))
    if (held.edit) line.append(...link(held.edit, 'Rett det her'))
  }
  // Only what is new is read aloud.
  if (place.textContent !== line.textContent) place.replaceChildren(line)
}

/** What was saved: a picture that came along is no text, and what came with the program is many. */
export function nameOf({
  isUpgrade,
  texts,
}: Pick<Publishing['changes'][number], 'isUpgrade' | 'texts'>): string {
  const [first, ...others] = texts
  if (isUpgrade) return 'Tekster fra Pusterom'
  if (!first) return ''
  const more = others.filter(({ edit }) => edit).length
  return `${first.title}${more > 0 ? ` og ${more} til` : ''}`
}
