/** Volunteers among those who came to a course: she signed up twice, as a volunteer and for the course. */
import { has } from '#casework/act.ts'
import { areReachedAlike, type Reach } from '#casework/reached-alike.ts'
import { listFacts } from './casework-list.ts'
import type { Database } from './engine.ts'
import type { Vault } from './vault.ts'
import { openVolunteers, type Volunteer } from './volunteers.ts'

/**
 * For each of those who came, a volunteer who can be reached the same way and is not noted as having taken a course;
 * those without one are not in the map.
 */
export async function findVolunteersAmong<Person extends Reach>(
  db: Database,
  vault: Vault,
  people: readonly Person[],
): Promise<ReadonlyMap<Person, Volunteer>> {
  if (people.length === 0) return new Map()
  const untrained = (await listFacts(db, 'volunteers', { open: true })).filter(
    ({ acts }) => !has(acts, 'attend-course') && !has(acts, 'end') && !has(acts, 'erase'),
  )
  const volunteers = await openVolunteers(
    db,
    vault,
    untrained.map(({ id }) => id),
  )
  const found = people.map(
    (person) =>
      [person, [...volunteers.values()].find(({ content }) => areReachedAlike(content, person))] as const,
  )
  return new Map(found.flatMap(([person, volunteer]) => (volunteer ? [[person, volunteer]] : [])))
}
