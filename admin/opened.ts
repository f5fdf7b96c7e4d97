/** Which version of each text the editor has in front of her: what she saves is compared with it, on the server. */

interface Opened {
  /** As the server named the version; null where there was no file. */
  readonly id: string | null
  readonly raw: string
}

const opened = new Map<string, Opened>()

export const openedTexts = {
  note(path: string, id: string | null, raw: string | null): void {
    opened.set(path, { id, raw: raw ?? '' })
  },

  /** @returns nothing for a text that this page never opened: then the server knows best */
  baseOf: (path: string): string | null | undefined => opened.get(path)?.id,

  /** As it was when she began. */
  rawOf: (path: string): string => opened.get(path)?.raw ?? '',
}
