/** Lists: points, numbers and things to tick. */
import { isHeldItem } from '../held.ts'
import { breakLines } from '../lines.ts'
import { type Block, type Setting, type Strip, stack } from './block.ts'
import { drawLine } from './draw-line.ts'
import { type Tag, tag } from './tag.ts'

export interface ListItem {
  readonly blocks: readonly Block[]
  /** Something to tick: an empty box instead of a point. */
  readonly box?: boolean
}

/** @param start the first number; without it the items have points */
export const list =
  (items: readonly ListItem[], start?: number): Block =>
  (setting) => {
    const numbering = start === undefined ? 'Disc' : 'Decimal'
    const own = tag(setting.doc, 'L', setting.parent, { numbering })
    const toTick = items.some(({ box }) => box)
    const indent = setting.size * (start === undefined && !toTick ? 1.3 : 1.9)
    return items.flatMap((item, index) => {
      const mark = start === undefined ? '•' : `${start + index}.`
      const strips = itemStrips(item, mark, { ...setting, parent: own }, indent)
      return isHeldItem(index, items.length, toTick)
        ? strips.map((strip) => ({ ...strip, glued: true }))
        : strips
    })
  }

function itemStrips({ blocks, box }: ListItem, mark: string, setting: Setting, indent: number): Strip[] {
  const { doc, parent, size, width } = setting
  const item = tag(doc, 'LI', parent)
  const label = tag(doc, 'Lbl', item, box ? { actual: '☐' } : {})
  const body = tag(doc, 'LBody', item)
  const strips = stack(blocks, { ...setting, parent: body, width: width - indent })
  return strips.map((strip, index) => ({
    ...strip,
    ...(index === 0 && { space: size * (box ? 0.5 : 0.32) }),
    draw: (x, y) => {
      if (index === 0) (box ? drawBox : drawMark)(setting, label, mark, x, y)
      strip.draw(x + indent, y)
    },
  }))
}

type Draw = (setting: Setting, label: Tag, mark: string, x: number, y: number) => void

const drawMark: Draw = ({ doc, size, colour, note }, label, mark, x, y) => {
  const [line] = breakLines(mark, size * 3, size)
  note(mark)
  if (line) label.draw(() => drawLine(doc, line, { x, y: y + size * 0.08, size, colour }))
}

const drawBox: Draw = ({ doc, size, colour, note }, label, _mark, x, y) => {
  note('☐')
  label.draw(() => {
    doc.lineWidth(size * 0.08)
    doc.rect(x + size * 0.1, y + size * 0.22, size * 0.95, size * 0.95).stroke(colour)
  })
}
