/**
 * Draws for whoever asks, strangers too: one thing at a time, so many a minute, and what was drawn last is remembered.
 * Pages and forms must be answered, whoever wants how many flyers.
 */

interface Limits {
  /** Results that are remembered. */
  readonly remembered: number
  readonly perMinute: number
}

const usual: Limits = { remembered: 50, perMinute: 30 }

/**
 * @param key everything that the drawing depends on
 * @param now milliseconds on a clock that only moves on
 * @returns nothing when too much is asked for; in a minute there is time again
 */
export type Drawer = (
  key: string,
  draw: () => Promise<Uint8Array>,
  now: number,
) => Promise<Uint8Array> | undefined

/** @example createDrawer()('a4', () => flyerPdf(sheet, 'A4'), performance.now()) */
export function createDrawer({ remembered, perMinute }: Limits = usual): Drawer {
  const drawn = new Map<string, Promise<Uint8Array>>()
  let begun: number[] = []
  let last: Promise<unknown> = Promise.resolve()

  return (key, draw, now) => {
    const known = drawn.get(key)
    begun = begun.filter((at) => now - at < 60_000)
    if (!known && begun.length >= perMinute) return undefined
    const bytes = known ?? last.then(draw)
    if (!known) {
      begun.push(now)
      last = bytes.catch(() => drawn.delete(key))
    }
    // Put last: the first one of the map is the one that nobody has asked for longest.
    drawn.delete(key)
    drawn.set(key, bytes)
    for (const oldest of [...drawn.keys()].slice(0, -remembered)) drawn.delete(oldest)
    return bytes
  }
}
