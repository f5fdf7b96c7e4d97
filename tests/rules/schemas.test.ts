import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { read } from './source.ts'

/** Every schema that the domain exports, by its name. */
const modules = import.meta.glob<Record<string, unknown>>(
  '../../src/{editorial,calendar,forms,search}/*.ts',
  {
    eager: true,
  },
)
const schemas = new Map(
  Object.values(modules).flatMap((each) =>
    Object.entries(each).flatMap(([name, value]) =>
      name.endsWith('Schema') && value instanceof z.ZodType ? [[name, value] as const] : [],
    ),
  ),
)

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
  const used = [...read('src/editing/kinds.ts').matchAll(/schema: (\w+)/g)].map(([, name = '']) => name)

  test('are found', () => {
    expect(used.length).toBeGreaterThan(5)
    expect(unlabelled(z.object({ a: z.array(z.object({ b: z.string() })) }), 'x')).toEqual(['x.a', 'x.a.b'])
  })

  test.each(used)('%s carries a Norwegian label on every field', (name) => {
    const schema = schemas.get(name)
    if (!schema)
      throw new Error(`expected ${name} to be exported by a file of src/editorial, calendar, forms or search`)
    expect(unlabelled(schema, name)).toEqual([])
  })
})
