/** What to look at, on our own server and in a scheduled call alike. */
import { hasCurrentKey } from '#db/rotate.ts'
import { countCoordinators } from '#db/staff.ts'
import type { Check } from './readiness.ts'
import type { Runtime } from './runtime.ts'

/** In operation a form opens only when there is somebody to read what comes. */
export const coordinatorCheck = ({ db, environment }: Pick<Runtime, 'db' | 'environment'>): Check => ({
  name: 'coordinator',
  weight: 'down',
  look: async () =>
    environment.publicUrl && (await countCoordinators(db)) === 0
      ? 'none yet, so forms show the phone only; run: npm run staff -- add NAME EMAIL --role coordinator'
      : undefined,
})

/** A process that missed a change of the master key can seal nothing, and reads less with each key that is wrapped anew. */
export const keyCheck = ({ db, vault }: Pick<Runtime, 'db' | 'vault'>): Check => ({
  name: 'key',
  weight: 'down',
  look: async () =>
    (await hasCurrentKey(db, vault)) ? undefined : 'was replaced; restart with the new PUSTEROM_KEY',
})

/** The copy of the texts at CONTENT_REMOTE. What git says may name addresses, and anybody may ask /readyz. */
export const copyCheck = ({ editing }: Pick<Runtime, 'editing'>): Check => ({
  name: 'copy of the texts',
  weight: 'degraded',
  look: async () =>
    editing?.pushProblem() && 'CONTENT_REMOTE does not have the newest texts; look in the log for the reason',
})

/** @param mails how much has waited for more than a quarter of an hour, and how much was given up */
export function mailProblem({ late, givenUp }: { late: number; givenUp: number }): string | undefined {
  if (late > 0) return `${late} waiting for more than a quarter of an hour; look at SMTP_URL`
  return givenUp > 0 ? `${givenUp} given up; look in the log for the reason` : undefined
}
