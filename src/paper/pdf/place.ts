/** Puts strips on pages. */
import { heightOf, type Strip } from './block.ts'

interface Frame {
  readonly x: number
  readonly top: number
  readonly bottom: number
  /** Where the last strip ended. */
  readonly y: number
  newPage(): void
  decorate(draw: () => void): void
}

/** @returns the y below the last strip */
export function flow(strips: readonly Strip[], frame: Frame): number {
  let { y } = frame
  const turn = () => {
    frame.newPage()
    y = frame.top
  }
  for (const group of groups(strips)) {
    const height = heightOf(group)
    const fitsPage = height <= frame.bottom - frame.top
    if (fitsPage && y > frame.top && y + (group[0]?.space ?? 0) + height > frame.bottom) turn()
    for (const strip of group) {
      if (y > frame.top && y + (strip.space ?? 0) + strip.height > frame.bottom) turn()
      const { below } = strip
      if (y > frame.top) y += strip.space ?? 0
      else if (below) {
        frame.decorate(() => below.draw(frame.x, y))
        y += below.height
      }
      strip.draw(frame.x, y)
      y += strip.height
    }
  }
  return y
}

/** @returns the y below the last strip */
export function place(strips: readonly Strip[], { x, y }: { x: number; y: number }): number {
  let below = y
  for (const [index, strip] of strips.entries()) {
    if (index > 0) below += strip.space ?? 0
    strip.draw(x, below)
    below += strip.height
  }
  return below
}

/** Strips that stay together. */
function groups(strips: readonly Strip[]): Strip[][] {
  const all: Strip[][] = []
  let glued = false
  for (const strip of strips) {
    if (glued) all.at(-1)?.push(strip)
    else all.push([strip])
    glued = strip.glued ?? false
  }
  return all
}
