/**
 * Draws for whoever asks, strangers too. There are only so many flyers, files and places, so each is drawn once a day and
 * remembered; until then each network waits for its own. Nobody can take the drawing from others.
 */
import { createTurns } from '#turns.ts'

/** Of four flyers in five files, for as many places as there may be; each has some 50 kB. */
const usual = 800

/**
 * @param key everything that the drawing depends on
 * @param who asks: a network
 */
type Drawer = (key: string, who: string, draw: () => Promise<Uint8Array>) => Promise<Uint8Array>

/**
 * @param remembered results; of more, those go that nobody has asked for longest
 * @example await createDrawer()('a4', '203.0.113.9', () => flyerPdf(sheet, 'A4'))
 */
export function createDrawer(remembered = usual): Drawer {
  const drawn = new Map<string, Promise<Uint8Array>>()
  const inTurn = createTurns()

  return (key, who, draw) => {
    const bytes = drawn.get(key) ?? inTurn(who, draw)
    bytes.catch(() => drawn.delete(key))
    // Put last: the first one of the map is the one that nobody has asked for longest.
    drawn.delete(key)
    drawn.set(key, bytes)
    for (const oldest of [...drawn.keys()].slice(0, -remembered)) drawn.delete(oldest)
    return bytes
  }
}
