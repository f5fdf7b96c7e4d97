/** Which version of a file each editor has in front of her, so that nobody saves over what she has not seen. */

/** The CMS opens a handful of files for each editor; this is far beyond. */
const most = 5000

export interface Openings {
  note(editorId: string, path: string, blob: string | undefined): void
  /** Nothing when she has not opened the file since the server started, or it was not there. */
  find(editorId: string, path: string): string | undefined
}

export function createOpenings(): Openings {
  const opened = new Map<string, string | undefined>()
  const keyOf = (editorId: string, path: string) => `${editorId} ${path}`
  return {
    note(editorId, path, blob) {
      const key = keyOf(editorId, path)
      opened.delete(key)
      opened.set(key, blob)
      if (opened.size > most) opened.delete(opened.keys().next().value as string)
    },
    find: (editorId, path) => opened.get(keyOf(editorId, path)),
  }
}
