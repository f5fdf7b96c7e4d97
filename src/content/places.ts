/** Laws, and places to turn. */
import type { Law } from '#editorial/law.ts'
import { type Resource, serves } from '#editorial/resource.ts'
import { translate } from '#editorial/resource-text.ts'
import { mainLocale } from '#editorial/site.ts'
import { getCollection } from '#texts/collection.ts'
import { byOrder } from './order.ts'
import { getMunicipality } from './site.ts'

/** Laws by their short name, `hol`. */
export async function listLaws(): Promise<ReadonlyMap<string, Law>> {
  return new Map((await getCollection('laws')).map((entry) => [entry.id, entry.data]))
}

/**
 * Local places to turn, and those that serve the county or the whole country. The urgent come first. In another
 * language only those that have words in it.
 */
export async function listResources(locale = mainLocale): Promise<(Resource & { id: string })[]> {
  const { county } = await getMunicipality()
  const texts = new Map((await getCollection('resourceTexts')).map((entry) => [entry.id, entry.data]))
  const entries = [...(await getCollection('resources')), ...(await getCollection('localResources'))]
  return entries
    .map((entry) => ({ ...entry.data, id: entry.id }))
    .filter((place) => serves(place, county))
    .flatMap((place) => {
      const text = texts.get(`${locale}/resources/${place.id}`)
      return locale === mainLocale ? place : text ? translate(place, text) : []
    })
    .sort(
      (a, b) =>
        Number(b.urgent) - Number(a.urgent) ||
        byOrder({ order: a.order, label: a.name }, { order: b.order, label: b.name }),
    )
}
