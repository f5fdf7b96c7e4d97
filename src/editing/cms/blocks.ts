/** The blocks of a text as forms of the CMS: what src/editorial/block.ts says, with the lists that one chooses from. */
import { type BlockField, blocks } from '#editorial/block.ts'
import type { CmsField, Lists } from './widget.ts'

/** What admin/blocks.ts makes an editor component of. */
export interface CmsBlock {
  /** The name of its tag, `Steps`. */
  readonly id: string
  readonly label: string
  readonly holdsProse: boolean
  /** Its attributes. */
  readonly fields: readonly CmsField[]
}

export const cmsBlocks = (lists: Lists): CmsBlock[] =>
  Object.entries(blocks).map(([id, { label, holdsProse, fields }]) => ({
    id,
    label,
    holdsProse,
    fields: Object.entries(fields).map(([name, field]) => toField(name, field, lists)),
  }))

function toField(name: string, { label, hint, choices, names }: BlockField, lists: Lists): CmsField {
  const options = choices
    ? Object.entries(choices).map(([value, says]) => ({ value, label: says }))
    : names && lists.resource
  return {
    name,
    label,
    ...(hint && { hint }),
    required: false,
    ...(options ? { widget: 'select', options } : { widget: 'string' }),
  }
}
