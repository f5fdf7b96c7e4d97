/** Parts of a form that the schema calls the same, such as two questions with several choices. */
import type { CmsField } from './widget.ts'

/**
 * @param values of the file that the fields are for
 * @returns the fields, and those of the same label with the words that the file has for each
 * @example tellApart(fields, values)[1].label // 'Flere valg: Dette liker jeg'
 */
export function tellApart(fields: readonly CmsField[], values: unknown): CmsField[] {
  return fields.map((field) => {
    if (!field.fields) return field
    const own = valuesOf(values)[field.name]
    const words = valuesOf(own).label ?? valuesOf(own).name
    const isOne = fields.filter(({ label }) => label === field.label).length === 1
    const label = isOne || typeof words !== 'string' ? field.label : `${field.label}: ${words}`
    return { ...field, label, ...(field.widget === 'object' && { fields: tellApart(field.fields, own) }) }
  })
}

const valuesOf = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
