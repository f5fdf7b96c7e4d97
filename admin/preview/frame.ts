/**
 * The page in a frame that runs no script and leads nowhere. A new page is drawn behind the old one and takes its place
 * when it stands there, at the same line: nothing flickers, and nobody loses her place.
 */
import { element } from '../element.ts'

export interface Frame {
  /** @param page nothing leaves the place empty */
  show(page: string | undefined): void
  /** @param width of the screen, in pixels: what is wider than the place is shown smaller */
  setWidth(width: number): void
  close(): void
}

export function openFrame(place: HTMLElement): Frame {
  let width = 360
  let shown: HTMLIFrameElement | undefined

  function rescale() {
    const scale = Math.min(1, place.clientWidth / width)
    for (const frame of place.querySelectorAll('iframe')) {
      frame.style.width = `${width}px`
      frame.style.height = `${place.clientHeight / scale}px`
      frame.style.left = `${Math.max(0, (place.clientWidth - width) / 2)}px`
      frame.style.transform = `scale(${scale})`
    }
  }
  const resized = new ResizeObserver(rescale)
  resized.observe(place)

  return {
    show(page) {
      place.hidden = page === undefined
      if (page === undefined) return
      // The same origin lets us keep the place in it. Without `allow-scripts` nothing in it can use that.
      const next = element('iframe', { title: 'Slik blir siden', className: 'next', srcdoc: page })
      next.setAttribute('sandbox', 'allow-same-origin')
      next.onload = () => {
        next.contentWindow?.scrollTo(0, shown?.contentWindow?.scrollY ?? 0)
        for (const link of [...(next.contentDocument?.links ?? [])]) link.removeAttribute('href')
        next.className = ''
        shown = next
        for (const old of place.querySelectorAll('iframe')) if (old !== next) old.remove()
      }
      place.append(next)
      rescale()
    },
    setWidth(wanted) {
      width = wanted
      rescale()
    },
    close: () => resized.disconnect(),
  }
}
