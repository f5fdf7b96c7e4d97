/** For a process that reads the texts again and again: of what a file says it makes the same, so it does so once. */

/**
 * @param make of the path of a file, its text and whatever else is asked, and of nothing that changes
 * @returns the same, which keeps what it made of a file until the file says something else
 */
export function oncePerFile<Asked extends string[], Made>(
  make: (path: string, text: string, ...asked: Asked) => Made,
): typeof make {
  const known = new Map<string, { readonly text: string; readonly made: Made }>()
  return (path, text, ...asked) => {
    const key = [path, ...asked].join('\n')
    const before = known.get(key)
    if (before?.text === text) return before.made
    const made = make(path, text, ...asked)
    known.set(key, { text, made })
    return made
  }
}
