/** What is printed: attachments, the course folder, flyers and where they hang. */
import type { Attachment, CoursePart } from '#editorial/attachment.ts'
import type { Channel } from '#editorial/channel.ts'
import { type Flyer, type FlyerSlug, flyerPath, flyerSlugs } from '#editorial/flyer.ts'
import { getCollection } from '#texts/collection.ts'
import { byOrder } from './order.ts'

/** Where flyers hang. */
export async function listChannels(): Promise<readonly Channel[]> {
  const [entry] = await getCollection('channels')
  if (!entry) throw new Error('expected content/channels/channels.yaml, got nothing')
  return entry.data.channels
}

/** The words of every flyer that code knows, in its order. */
export async function listFlyers(): Promise<{ slug: FlyerSlug; path: string; words: Flyer }[]> {
  const entries = new Map((await getCollection('flyers')).map(({ id, data }) => [id, data]))
  return flyerSlugs.map((slug) => {
    const words = entries.get(slug)
    if (!words) throw new Error(`expected content/flyers/${slug}.yaml, got nothing`)
    return { slug, path: flyerPath(slug), words }
  })
}

/** A text for paper: an attachment, or a part of the course folder. */
export interface PaperText<Data = Attachment | CoursePart> {
  readonly slug: string
  readonly path: string
  readonly data: Data
  /** As an editor wrote it. */
  readonly body: string
}

function papersOf<Data extends CoursePart>(
  entries: { id: string; data: Data; body?: string }[],
  below: string,
) {
  return entries
    .map(({ id, data, body = '' }): PaperText<Data> => ({ slug: id, path: `${below}${id}/`, data, body }))
    .sort((a, b) =>
      byOrder({ order: a.data.order, label: a.data.title }, { order: b.data.order, label: b.data.title }),
    )
}

/** The attachments of the model, in the order of their steps. */
export async function listAttachments(): Promise<PaperText<Attachment>[]> {
  const all = papersOf(await getCollection('attachments'), '/modellen/vedlegg/')
  return all.sort((a, b) => a.data.step - b.data.step)
}

/** The parts of the course folder, as they are read. */
export async function listCourseParts(): Promise<PaperText<CoursePart>[]> {
  return papersOf(await getCollection('courseFolder'), '/modellen/kursmappe/')
}
