/** A flyer with everything filled in: the page, the PDF, the picture and the screen say these words and no others. */
import type { FlyerSlug } from './flyer.ts'
import type { Municipality } from './municipality.ts'

export interface FlyerLine {
  readonly strong: string
  readonly text: string
}

export type FlyerBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'points'; readonly points: readonly string[] }
  /** Dates and help lines: what is looked for first, then the rest. */
  | { readonly kind: 'lines'; readonly lines: readonly FlyerLine[] }
  /** A line that a coordinator has chosen to say. */
  | { readonly kind: 'loud'; readonly text: string }

export interface FlyerSheet {
  readonly slug: FlyerSlug
  readonly language: 'nb'
  /** The day it was made, `2026-11-21`. */
  readonly day: string
  /** The colours of the municipality. */
  readonly theme: Municipality['theme']
  /** `Frivillige søkes – Pusterom i Fjordvik` */
  readonly documentTitle: string
  readonly brand: string
  readonly title: string
  readonly intro: string
  readonly blocks: readonly FlyerBlock[]
  readonly link: {
    readonly href: string
    /** Beside the code, for whoever has no camera: without `https://` and the last stroke. */
    readonly shown: string
    readonly action: string
    readonly alt: string
  }
  readonly contact: { readonly text: string; readonly number: string | undefined }
  /** What it says on a screen, where somebody passes by. */
  readonly slide: { readonly heading: string; readonly text: string } | undefined
  /** Who sends it, and the day it was made: one line at the foot. */
  readonly foot: string
  /** That nobody has approved it yet. */
  readonly draft: string | undefined
}
