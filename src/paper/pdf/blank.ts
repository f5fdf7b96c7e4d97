/** Places to write on by hand. */
import { widthOf } from '../typeface.ts'
import type { Block, Setting, Strip } from './block.ts'
import { decorate } from './decorate.ts'
import { textStrips } from './text.ts'

/** From one line to the next, in points: as in a writing book, whatever the size of the type. */
const pitch = 24

/**
 * What is asked for, with lines to write on: one beside it where there is room, or all below.
 *
 * @example blank('Navn') // Navn ____________
 */
export const blank =
  (label: string, lines = 1): Block =>
  (setting) => {
    const above = textStrips('P', label, setting, { bold: true, space: 0.5, glued: true })
    const [only] = above
    const from = Math.max(
      Math.min(setting.width * 0.3, setting.size * 12),
      widthOf(label, 'bold', setting.size) + setting.size,
    )
    if (lines === 1 && only && from <= setting.width * 0.55) return [beside(only, setting, from)]
    const ruled = Array.from({ length: lines }, (_, index): Strip => {
      return {
        height: pitch,
        glued: index < lines - 1,
        draw: (x, y) => rule(setting, x, y + pitch - 4, setting.width),
      }
    })
    return [...above, ...ruled]
  }

/** For each who signs: who it is, a line for place and date, and one for the name. */
export const signatures =
  (parties: readonly string[], words: { readonly signedOn: string; readonly signature: string }): Block =>
  (setting) => {
    const gap = setting.size * 1.5
    const narrow = (setting.width - gap) * 0.4
    const each = parties.flatMap((party): Strip[] => {
      const who = textStrips('P', party, setting, { bold: true, space: 1.2, glued: true })
      const left = textStrips('P', words.signedOn, setting, { scale: 0.85 })
      const right = textStrips('P', words.signature, setting, { scale: 0.85 })
      const line: Strip = {
        height: pitch * 1.5 + setting.size * 1.4,
        glued: true,
        draw: (x, y) => {
          const at = y + pitch * 1.5 - 4
          rule(setting, x, at, narrow)
          rule(setting, x + narrow + gap, at, setting.width - narrow - gap)
          for (const strip of left) strip.draw(x, at + 3)
          for (const strip of right) strip.draw(x + narrow + gap, at + 3)
        },
      }
      return [...who, line]
    })
    return each.map((strip, index) => ({ ...strip, glued: index < each.length - 1 }))
  }

/** @param from where the line begins */
function beside(label: Strip, setting: Setting, from: number): Strip {
  return {
    height: Math.max(pitch + 2, label.height),
    space: label.space ?? 0,
    draw: (x, y) => {
      label.draw(x, y + pitch - label.height)
      rule(setting, x + from, y + pitch - 4, setting.width - from)
    },
  }
}

function rule({ doc }: Setting, x: number, y: number, width: number) {
  decorate(doc, () =>
    doc
      .lineWidth(0.7)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke('#555555'),
  )
}
