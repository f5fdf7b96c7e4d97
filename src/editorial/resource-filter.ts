/** Which places to turn a page of `/tilbud/` shows: all, those for a situation, or those for an age. */
import { levels, type Resource, situations } from './resource.ts'

/** The ages one can choose, by the last part of their address. */
export const ages = { voksne: 'adults', unge: 'youth', barn: 'children' } as const
export type Age = keyof typeof ages

/** The situations one can choose. «alle» is not one of them: it is in each. */
export type Situation = Exclude<(typeof situations)[number], 'alle'>
export const chosenSituations = situations.filter((each): each is Situation => each !== 'alle')

export type ResourceFilter = Situation | Age
export const resourceFilters: readonly ResourceFilter[] = [
  ...chosenSituations,
  ...(Object.keys(ages) as Age[]),
]

export const isAge = (filter: ResourceFilter | undefined): filter is Age =>
  filter !== undefined && filter in ages

/**
 * A page for a situation is read by adults: what fits all situations is shown there when it also speaks to adults.
 *
 * @param filter nothing lets all through
 */
function fits(place: Resource, filter: ResourceFilter | undefined): boolean {
  if (filter === undefined) return true
  if (isAge(filter)) return place.audiences.includes(ages[filter])
  const { situations: about, audiences } = place
  return about.includes(filter) || (about.includes('alle') && audiences.includes('adults'))
}

/**
 * What a page shows: first the numbers for danger, then level by level, the nearest first. Within a level what is
 * made for the situation comes before what fits all.
 */
export function choose<Place extends Resource>(places: readonly Place[], filter?: ResourceFilter) {
  const chosen = places.filter((each) => fits(each, filter))
  const general = (place: Place) => Number(place.situations.includes('alle'))
  const rest = chosen.filter((each) => !each.urgent)
  return {
    urgent: chosen.filter((each) => each.urgent),
    levels: levels
      .map((level) => ({
        level,
        places: rest
          .filter((each) => each.level === level)
          .sort((a, b) => (filter && !isAge(filter) ? general(a) - general(b) : 0)),
      }))
      .filter(({ places: found }) => found.length > 0),
  }
}
