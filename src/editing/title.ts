/** What people call a text: its own words, before its name as a file. */
import { parseDocument } from 'yaml'
import { frontOf } from './check-text.ts'

/**
 * @param path below the root of the repository
 * @param text the whole file
 * @param label of its kind, for a file that is the only one of its kind
 * @example titleOf('content/municipalities/hamar/cafes/etter-pa.yaml', 'title: Kafé Etter-På', 'Kafeer') // 'Kafé Etter-På'
 */
export function titleOf(path: string, text: string, label = ''): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const isOne = label !== '' && !/\.mdx$/.test(path)
  if (!/\.(mdx|yaml)$/.test(path)) return name
  const fields: unknown = readFields(path, text)
  const { title, name: own, officialName } = (fields ?? {}) as Record<string, unknown>
  const said = [own, title, officialName].find((each) => typeof each === 'string' && each.trim() !== '')
  return said ? String(said) : isOne ? label : name
}

function readFields(path: string, text: string): unknown {
  try {
    return parseDocument(frontOf(path, text) ?? '').toJS({ maxAliasCount: 0 })
  } catch {
    return undefined
  }
}
