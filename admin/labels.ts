/** What an editor knows the fields of a file by: a file says `cost`, her form «Hva det koster». */
import type { CmsConfig } from './cms.ts'

interface Field {
  readonly name: string
  readonly label?: string
  readonly field?: Field
  readonly fields?: readonly Field[]
  readonly types?: readonly Field[]
}

interface Collection {
  readonly folder?: string
  readonly fields?: readonly Field[]
  readonly files?: readonly { readonly file: string; readonly fields: readonly Field[] }[]
}

/**
 * @param path of the file that the lines are from
 * @returns each line with the label in place of the name; what is no field stays as it is
 * @example withLabels(['cost: Gratis'], 'content/…/etter-pa.yaml', config) // ['Hva det koster: Gratis']
 */
export function withLabels(lines: readonly string[], path: string, { collections }: CmsConfig): string[] {
  const labels = new Map(fieldsAt(path, collections as readonly Collection[]).flatMap(labelsOf))
  return lines.map((line) =>
    line.replace(/^(\s*(?:- )?)([A-Za-z]+):(?= |$)/, (found, indent: string, name: string) =>
      labels.has(name) ? `${indent}${labels.get(name)}:` : found,
    ),
  )
}

function fieldsAt(path: string, collections: readonly Collection[]): readonly Field[] {
  const folder = path.slice(0, path.lastIndexOf('/'))
  for (const { folder: own, fields, files = [] } of collections) {
    const file = files.find((each) => each.file === path)
    if (file) return file.fields
    if (own === folder && fields) return fields
  }
  return []
}

/** The fields of a file come last, for its own name for something counts more than a part's. */
function labelsOf({ name, label, field, fields = [], types = [] }: Field): [string, string][] {
  const below = [...(field ? [field] : []), ...fields, ...types].flatMap(labelsOf)
  return label ? [...below, [name, label]] : below
}
