/**
 * Which version of each text the editor has in front of her: what she saves is compared with it, on the server. It is
 * kept in this browser too, for Decap keeps words that were not saved, and not what they were written from.
 */
interface Opened {
  /** As the server named the version; null where there was no file. */
  readonly id: string | null
  readonly raw: string
}

const key = 'pusterom-opened'
/** Texts that are kept, those that were opened last. */
const most = 10

const opened = new Map<string, Opened>()
/** As this browser had them before they were opened this time. */
const earlier = new Map<string, Opened>()

export const openedTexts = {
  note(path: string, id: string | null, raw: string | null): void {
    const kept = read()
    const before = kept.get(path)
    if (before && !opened.has(path)) earlier.set(path, before)
    set(kept, path, { id, raw: raw ?? '' })
  },

  /** Words that were not saved are in the text again: they were written from what it was then. */
  goBack(path: string): void {
    const before = earlier.get(path)
    if (before) set(read(), path, before)
  },

  /** @returns nothing for a text that this page never opened: then the server knows best */
  baseOf: (path: string): string | null | undefined => opened.get(path)?.id,

  /** As it was when she began. */
  rawOf: (path: string): string => opened.get(path)?.raw ?? '',
}

const read = (): Map<string, Opened> => new Map(JSON.parse(localStorage.getItem(key) ?? '[]'))

function set(kept: Map<string, Opened>, path: string, version: Opened): void {
  opened.set(path, version)
  kept.delete(path)
  kept.set(path, version)
  localStorage.setItem(key, JSON.stringify([...kept].slice(-most)))
}
