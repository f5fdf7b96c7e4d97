/** Where each step stands in the drawing, in pixels of a drawing 340 wide: as wide as a phone shows it. */
import { type NamedStep, namedSteps } from '#editorial/model-step.ts'

export const size = { width: 340, height: 446 }

export interface Box {
  readonly step: NamedStep
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The name with its number, in lines that fit. */
  readonly lines: readonly string[]
}

/** Volunteers to the left, families to the right, and both from step 5 on. */
const places = [
  { x: 50, y: 2, width: 240, height: 44 },
  { x: 4, y: 94, width: 140, height: 44 },
  { x: 4, y: 166, width: 140, height: 44 },
  { x: 160, y: 116, width: 176, height: 66 },
  { x: 50, y: 256, width: 190, height: 44 },
  { x: 50, y: 328, width: 190, height: 44 },
  { x: 50, y: 400, width: 190, height: 44 },
] as const

/** What leads to what. The last goes back: a need that has changed is a need again. */
export const arrows = [
  'M110 46V90',
  'M230 46V112',
  'M74 138V162',
  'M110 210V252',
  'M212 182V252',
  'M145 300V324',
  'M145 372V396',
  'M240 422H320V186',
] as const

/** About as many letters as a box is wide. */
const lineLength = 18

export const boxes: readonly Box[] = places.map((place, index) => {
  const step = namedSteps[index]
  if (!step) throw new Error(`expected a place for each of the ${namedSteps.length} steps, got more`)
  return { step, ...place, lines: toLines(`${step.number} ${step.name}`) }
})

/** @example toLines('4 Hjemmetjenesten melder behov') // ['4 Hjemmetjenesten', 'melder behov'] */
function toLines(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && `${line} ${word}`.length <= lineLength) lines.splice(-1, 1, `${line} ${word}`)
    else lines.push(word)
  }
  return lines
}
