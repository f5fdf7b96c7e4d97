/** Somebody else's words. */
import { type Block, stack } from './block.ts'
import { decorate } from './decorate.ts'
import { tag } from './tag.ts'

/** With a line along its left side. */
export const quotation =
  (blocks: readonly Block[]): Block =>
  (setting) => {
    const indent = setting.size * 1.2
    const own = tag(setting.doc, 'BlockQuote', setting.parent)
    return stack(blocks, { ...setting, parent: own, width: setting.width - indent }).map((strip, index) => ({
      ...strip,
      draw: (x, y) => {
        const top = y - (index > 0 ? (strip.space ?? 0) : 0)
        decorate(setting.doc, () => {
          setting.doc.rect(x, top, setting.size * 0.2, y + strip.height - top).fill('#b9b9b9')
        })
        strip.draw(x + indent, y)
      },
    }))
  }
