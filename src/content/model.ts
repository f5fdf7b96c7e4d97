/** The seven steps, and what people and papers said of them. */
import { type ModelStepText, type NamedStep, namedSteps } from '#editorial/model-step.ts'
import type { Partner, Press } from '#editorial/partner.ts'
import type { Quote } from '#editorial/quote.ts'
import { type CollectionEntry, getCollection } from '#texts/collection.ts'
import { byOrder } from './order.ts'

/** A step of the model with what its file says. */
export interface ModelStep {
  readonly step: NamedStep
  readonly data: ModelStepText
  readonly entry: CollectionEntry<'modelSteps'>
}

/**
 * The seven steps, in their order.
 *
 * @throws when a step has no file, or a file is of no step: the model would not be whole
 */
export async function listModelSteps(): Promise<ModelStep[]> {
  const entries = new Map((await getCollection('modelSteps')).map((entry) => [entry.id, entry]))
  const names = namedSteps.map(({ slug }) => slug)
  if ([...entries.keys()].sort().join() !== [...names].sort().join())
    throw new Error(
      `content/model-steps: expected ${names.join(', ')}, got ${[...entries.keys()].join(', ')}`,
    )
  return namedSteps.flatMap((step) => {
    const entry = entries.get(step.slug)
    return entry ? { step, data: entry.data, entry } : []
  })
}

/** What people said about a step; without a number about the whole. */
export async function listQuotes(step?: number): Promise<Quote[]> {
  return (await getCollection('quotes')).map(({ data }) => data).filter((quote) => quote.step === step)
}

/** Those who have said yes to being named as the municipality's partners. */
export async function listPartners(): Promise<Partner[]> {
  return (await getCollection('partners'))
    .map(({ data }) => data)
    .filter(({ confirmedAt }) => confirmedAt !== undefined)
    .sort((a, b) => byOrder({ order: a.order, label: a.name }, { order: b.order, label: b.name }))
}

/** What the papers wrote, the newest first and what has no date last. */
export async function listPress(): Promise<Press[]> {
  return (await getCollection('press'))
    .map(({ data }) => data)
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title, 'nb'))
}
