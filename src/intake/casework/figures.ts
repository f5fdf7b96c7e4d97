import type { Temporal } from 'temporal-polyfill'
import { type FigurePeriod, type FigureTable, figuresOf } from '#casework/figures.ts'
import { matchState } from '#casework/match.ts'
import type { NeedsAgreement } from '#casework/needs-agreement.ts'
import type { ReferralSource } from '#casework/referral.ts'
import type { CertificateChoice } from '#casework/volunteer.ts'
import { countAttendance } from '#db/attendance.ts'
import { countByChannel } from '#db/channels.ts'
import { listHeadCounts } from '#db/head-counts.ts'
import { loadKnown } from '#db/known.ts'
import { listMatches } from '#db/matches.ts'
import type { Database } from '#db/open.ts'
import type { Vault } from '#db/vault.ts'
import type { Channel } from '#editorial/channel.ts'
import { definitions } from '#forms/forms.ts'

/** The year that is asked for, to its end or to today; never one that is not begun. */
export function periodOf(wanted: string | null, today: Temporal.PlainDate): FigurePeriod {
  const asked = /^20\d\d$/.test(wanted ?? '') ? Number(wanted) : today.year
  const year = Math.min(asked, today.year)
  const from = today.with({ year, month: 1, day: 1 })
  return { from, until: year === today.year ? today : today.with({ year, month: 12, day: 31 }) }
}

interface Wanted {
  readonly period: FigurePeriod
  readonly certificate: CertificateChoice
  /** Where flyers hang. */
  readonly channels: readonly Channel[]
}

export async function listFigures(
  db: Database,
  vault: Vault,
  { period, certificate, channels }: Wanted,
): Promise<FigureTable[]> {
  const known = await loadKnown(db)
  const days = { from: period.from.toString(), until: period.until.toString() }
  const sources = await db.selectFrom('referrals').select(['id', 'source']).execute()
  const isRunning = known.matches.some(({ acts }) => matchState(acts) === 'running')
  const matches = isRunning ? await listMatches(db, vault, {}) : []
  return figuresOf(
    {
      known,
      certificate,
      sourceOf: new Map(sources.map(({ id, source }) => [id, source as ReferralSource])),
      agreementOf: new Map(
        matches.flatMap(({ id, content }): [string, NeedsAgreement][] =>
          content.agreement ? [[id, content.agreement]] : [],
        ),
      ),
      seats: await countAttendance(db, days),
      headCounts: await listHeadCounts(db, days),
      arrivals: await listArrivals(db, days, channels),
    },
    period,
  )
}

const forms = definitions.filter(({ fromFlyers }) => fromFlyers).map(({ key }) => key)

/** Every place that flyers hang at, also those that brought nobody, and those that are taken off the list. */
async function listArrivals(
  db: Database,
  days: { readonly from: string; readonly until: string },
  channels: readonly Channel[],
) {
  const counted = await countByChannel(db, { forms, ...days })
  const gone = counted.flatMap(({ channel }) =>
    channel === null || channels.some(({ key }) => key === channel) ? [] : { key: channel, name: channel },
  )
  const countOf = (key: string | null) => counted.find(({ channel }) => channel === key)?.count ?? 0
  return [
    ...[...channels, ...gone].map(({ key, name }) => ({ name, count: countOf(key) })),
    { name: 'Uten plakat', count: countOf(null) },
  ]
}
