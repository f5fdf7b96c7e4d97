/** Two records of the same become one. The double keeps its acts, and nothing about anybody. */
import type { Temporal } from 'temporal-polyfill'
import { isOpen } from '#casework/match.ts'
import { mergedReferral, mergedVolunteer } from '#casework/merge.ts'
import type { Database } from './engine.ts'
import { emptyReferral, emptyVolunteer } from './erasing.ts'
import { recordAct } from './record-act.ts'
import { changeReferral, openReferrals } from './referrals.ts'
import type { Vault } from './vault.ts'
import { changeVolunteer, openVolunteers } from './volunteers.ts'

interface Merge {
  /** The record that stays. */
  readonly keptId: string
  readonly doubleId: string
  readonly by: string
  readonly now: Temporal.Instant
}

/**
 * @throws when the double has an open match: that ends first
 * @example await mergeVolunteers(trx, vault, { keptId, doubleId, by: staffId, now })
 */
export async function mergeVolunteers(trx: Database, vault: Vault, merge: Merge): Promise<void> {
  const { keptId, doubleId, by, now } = merge
  const found = await openVolunteers(trx, vault, [keptId, doubleId])
  const { kept, double } = pairOf(found, merge)
  const content = mergedVolunteer(kept.content, double.content)
  await changeVolunteer(trx, vault, { id: keptId, content, by, now })
  const subject = { table: 'volunteers', id: doubleId } as const
  await recordAct(trx, vault, { subject, name: 'merge', detail: keptId, by, now })
  await emptyVolunteer(trx, vault, doubleId)
}

/** @throws when the double has an open match: that ends first */
export async function mergeReferrals(trx: Database, vault: Vault, merge: Merge): Promise<void> {
  const { keptId, doubleId, by, now } = merge
  const found = await openReferrals(trx, vault, [keptId, doubleId])
  const { kept, double } = pairOf(found, merge)
  const content = mergedReferral(kept.content, double.content)
  await changeReferral(trx, vault, { id: keptId, content, by, now })
  const subject = { table: 'referrals', id: doubleId } as const
  await recordAct(trx, vault, { subject, name: 'merge', detail: keptId, by, now })
  await emptyReferral(trx, vault, doubleId)
}

function pairOf<Row extends { readonly matches: readonly Parameters<typeof isOpen>[0][] }>(
  found: ReadonlyMap<string, Row>,
  { keptId, doubleId }: Merge,
): { kept: Row; double: Row } {
  const kept = found.get(keptId)
  const double = found.get(doubleId)
  if (!kept || !double || kept === double)
    throw new Error(`expected two records to merge, got ${keptId} and ${doubleId}`)
  if (double.matches.some(isOpen)) throw new Error('expected a double without an open match, got one with')
  return { kept, double }
}
