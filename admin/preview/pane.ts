/** The pane beside a text: which width it is shown at, the page, and what there is to say about it. */
import type { Preview, Writing } from '#server/preview/preview.ts'
import { ask, Unanswered } from '../ask.ts'
import { element } from '../element.ts'
import { openFrame } from './frame.ts'
import { sayPreview } from './panel.ts'

/** Where the server draws it. */
const address = '/admin/forhandsvisning'
/** Milliseconds without a key before it is drawn again. */
const pause = 400

/** The widths of a screen, in pixels, by what the button says. */
const widths = { Mobil: 360, Datamaskin: 1280 } as const
type Screen = keyof typeof widths

export interface Pane {
  /**
   * Shows a text as it is now; soon, for she may be typing.
   *
   * @param isSaving now it is the server's turn, and the page is drawn again when it is done: a picture is there then
   */
  show(writing: Writing, isSaving: boolean): void
  close(): void
}

export function openPane(place: HTMLElement): Pane {
  const page = element('div', { className: 'page' })
  const panel = element('section', { className: 'panel' })
  const frame = openFrame(page)
  const buttons = (Object.keys(widths) as Screen[]).map((name) => element('button', { type: 'button' }, name))
  const choose = (chosen: HTMLButtonElement) => {
    frame.setWidth(widths[chosen.textContent as Screen])
    for (const button of buttons) button.setAttribute('aria-pressed', String(button === chosen))
  }
  for (const button of buttons) button.onclick = () => choose(button)
  place.append(element('div', { className: 'screens' }, ...buttons), page, panel)
  choose(buttons[0] as HTMLButtonElement)

  let shown = ''
  let waiting: ReturnType<typeof setTimeout> | undefined
  /** Only the newest answer counts. */
  let asked = 0

  async function draw(question: string) {
    asked += 1
    const mine = asked
    const answer = await ask<Preview>(address, JSON.parse(question)).catch((problem: unknown) => problem)
    if (mine !== asked) return
    if (answer instanceof Unanswered) panel.replaceChildren(element('p', {}, answer.message))
    if (answer instanceof Error) return
    const preview = answer as Preview
    frame.show(preview.page)
    panel.replaceChildren(...sayPreview(preview))
  }

  return {
    show(writing, isSaving) {
      const question = isSaving ? ' ' : JSON.stringify(writing)
      if (question === shown) return
      clearTimeout(waiting)
      if (!isSaving) waiting = setTimeout(draw, shown === '' ? 0 : pause, question)
      shown = question
    },
    close() {
      clearTimeout(waiting)
      asked += 1
      frame.close()
      place.replaceChildren()
    },
  }
}
