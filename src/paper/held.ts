/** What stays together when a page ends, in the PDF and in the DOCX. */
import type { MdastNode } from 'satteri'

/** Whether a paragraph leads to what follows: what one signs is on the page of the line to sign on. */
export const isLedTo = (next: MdastNode | undefined): boolean =>
  next?.type === 'list' ||
  next?.type === 'table' ||
  (next?.type === 'mdxJsxFlowElement' && next.name === 'Signatures')

/** A checklist with no more points stays whole: a long one breaks between its groups. */
const heldTicks = 6

/**
 * Whether a point of a list, or a row of a table, stays with the next one. None stands alone at the foot of a page, below
 * its heading, nor the last at the head of one.
 */
export const isHeldItem = (index: number, count: number, toTick = false): boolean =>
  index < count - 1 && (index === 0 || index === count - 2 || (toTick && count <= heldTicks))
