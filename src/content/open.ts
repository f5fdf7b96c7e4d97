/** A page or a step with everything that it needs to be drawn. */
import { formsOf } from '#editorial/model-step.ts'
import { readBody } from '#editorial/prose.ts'
import { getCollection } from '#texts/collection.ts'
import { linksTo, listFormLinks } from './links.ts'
import { listQuotes, type ModelStep } from './model.ts'
import { byOrder } from './order.ts'
import type { Page } from './pages.ts'
import { listLaws } from './places.ts'

/** Everything that a page of prose needs to be drawn: its body, where it leads, and the laws that it cites. */
export async function openPage(page: Page) {
  const body = readBody(page.entry.body ?? '')
  return { data: page.data, body, related: await linksTo(page.data.related), laws: await listLaws() }
}

/**
 * Everything that the page of a step needs. The attachments and the quotations say themselves which step they
 * belong to.
 *
 * @throws when it names a form or a page that does not exist
 */
export async function openModelStep({ step, data, entry }: ModelStep) {
  const attachments = (await getCollection('attachments')).filter((each) => each.data.step === step.number)
  const files = attachments
    .sort((a, b) =>
      byOrder({ order: a.data.order, label: a.data.title }, { order: b.data.order, label: b.data.title }),
    )
    .map(({ id, data: { title, description } }) => ({
      href: `/modellen/vedlegg/${id}/`,
      title,
      text: description,
    }))
  return {
    body: readBody(entry.body ?? ''),
    files,
    forms: formsOf(step, data, await listFormLinks()),
    links: await linksTo(data.pages),
    quotes: await listQuotes(step.number),
    laws: await listLaws(),
  }
}
