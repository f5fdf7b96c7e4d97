import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { kinds } from '#editing/kinds.ts'

/** The paths of fields that carry no label, below a schema. */
function unlabelled(schema: z.core.$ZodType, path: string): string[] {
  const { def } = schema._zod
  const inner = (['innerType', 'element', 'in', 'out', 'valueType'] as const).flatMap((key) =>
    key in def ? [(def as unknown as Record<string, z.core.$ZodType>)[key]] : [],
  )
  const options = 'options' in def ? (def.options as z.core.$ZodType[]) : []
  const shape = 'shape' in def ? (def.shape as Record<string, z.core.$ZodType>) : {}
  return [
    ...[...inner, ...options].flatMap((each) => (each ? unlabelled(each, path) : [])),
    ...Object.entries(shape).flatMap(([key, field]) => {
      const label = z.globalRegistry.get(field)?.label
      return [...(label ? [] : [`${path}.${key}`]), ...unlabelled(field, `${path}.${key}`)]
    }),
  ]
}

describe('the schemas of content', () => {
  test('are looked into', () => {
    expect(Object.keys(kinds).length).toBeGreaterThan(5)
    expect(unlabelled(z.object({ a: z.array(z.object({ b: z.string() })) }), 'x')).toEqual(['x.a', 'x.a.b'])
  })

  test.each(Object.entries(kinds))('%s carries a Norwegian label on every field', (name, { schema }) => {
    expect(unlabelled(schema, name)).toEqual([])
  })
})
