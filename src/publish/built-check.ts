/** Looks at a file before it is served: what a visitor would stumble over stops the build here. */
import { extname } from 'node:path'

/** What is wrong with a file, by its ending; nothing when all is well. */
const looks: Readonly<Record<string, (text: string) => string | undefined>> = {
  '.html': (text) => (/<title>\s*[^<\s]/.test(text) ? undefined : 'expected a title, got none'),
  '.json': (text) => problemOf(() => JSON.parse(text)),
  '.ics': (text) => problemOf(() => readFeed(text)),
  '.atom': (text) => problemOf(() => readXml(text)),
  '.xml': (text) => problemOf(() => readXml(text)),
}

/**
 * @param path its ending says what it is
 * @returns nothing when all is well
 */
export function problemIn(path: string, content: Buffer): string | undefined {
  if (content.length === 0) return 'expected content, got an empty file'
  return looks[extname(path)]?.(content.toString())
}

function problemOf(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/** Lines of RFC 5545, section 3.1, each block closed in order. */
function readFeed(text: string): void {
  const open: string[] = []
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.pop() !== '') throw new Error('expected one VCALENDAR')
  for (const line of lines) {
    const [, name, value = ''] = /^([A-Z-]+)(?:;[^\r\n]*?)?:([^\r\n]*)$/.exec(line) ?? []
    if (!name) throw new Error(`expected NAME:VALUE, got ${JSON.stringify(line.slice(0, 60))}`)
    if (name === 'BEGIN') open.push(value)
    if (name === 'END' && open.pop() !== value) throw new Error(`expected END:${value} to close a BEGIN`)
  }
  if (open.length > 0) throw new Error(`expected END:${open.at(-1)}, got the end of the file`)
}

/** Every element closed in order: what our own writers could get wrong. */
function readXml(text: string): void {
  const open: string[] = []
  for (const [, slash, name, empty] of text.matchAll(/<(\/?)([A-Za-z][\w:.-]*)[^<>]*?(\/?)>/g)) {
    if (slash && open.pop() !== name) throw new Error(`expected </${name}> to close an element`)
    if (!slash && !empty) open.push(name as string)
  }
  if (open.length > 0) throw new Error(`expected </${open.at(-1)}>, got the end of the file`)
}
