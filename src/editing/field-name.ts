/** What an editor calls a field: the labels of the schema on the way to it. */
import { z } from 'zod'

type Schema = z.core.$ZodType
/** The parts of a definition that lead inwards. */
type Inner = Partial<Record<'innerType' | 'in' | 'out' | 'element' | 'valueType', Schema>> & {
  readonly shape?: Readonly<Record<string, Schema>>
  readonly options?: readonly Schema[]
}
const inside = (schema: Schema) => schema._zod.def as unknown as Inner

/**
 * @param path as in an issue of Zod
 * @example fieldName(rightSchema, ['sources', 1, 'checkedAt']) // '«Kilder» nr. 2, «Kontrollert»'
 */
export function fieldName(schema: Schema, path: readonly PropertyKey[]): string {
  const words: string[] = []
  let at: readonly Schema[] = [schema]
  for (const key of path) {
    if (typeof key === 'number') {
      words.push(words.length > 0 ? `${words.pop()} nr. ${key + 1}` : `nr. ${key + 1}`)
      at = at.flatMap(unwrap).flatMap((each) => inside(each).element ?? [])
      continue
    }
    const name = String(key)
    at = at.flatMap(unwrap).flatMap((each) => inside(each).shape?.[name] ?? inside(each).valueType ?? [])
    words.push(`«${at.map((each) => z.globalRegistry.get(each)?.label).find(Boolean) ?? name}»`)
  }
  return words.join(', ')
}

/** A schema with all that it is a wrapping or a choice of. */
function unwrap(schema: Schema): Schema[] {
  const { innerType, in: before, out, options = [] } = inside(schema)
  const inner = [innerType, before, out, ...options].filter((each) => each !== undefined)
  return [schema, ...inner.flatMap(unwrap)]
}
