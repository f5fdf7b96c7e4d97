/**
 * The way of one act of somebody who works here, from POST to redirect: is it a second click, do it, write it in the
 * audit log, all in one transaction; then 303 back to where she was, with a word of what was done. Whether her role
 * may do it is decided before, by the act's address: src/access/permission.ts.
 *
 * An act without questions is an endpoint; its address is a noun, its button is components/staff/ActButton.astro:
 *
 *     // src/pages/koordinator/frivillige/[id]/samtale.ts
 *     export const prerender = false
 *     export const POST = actRoute(({ params: { id = '' } }) => ({
 *       name: 'record-talk',                       // a verb of components/staff/act-words.ts, for the audit log
 *       on: { table: 'volunteers', row: id },
 *       back: `/koordinator/frivillige/${id}/`,    // when the form does not say where it stood
 *       done: 'samtale',                           // a word of components/staff/done.ts
 *       run: async (trx, { staffId, now }) => {
 *         if (!(await findVolunteer(trx, id))) return { missing: true }             // 404
 *         if (!(await recordTalk(trx, { id, staffId, now }))) return { refused: 'endret' }
 *       },
 *     }))
 *
 * An act with questions, or one that asks first, is a page that draws itself again with what was typed:
 *
 *     // src/pages/koordinator/frivillige/[id]/slutt.astro
 *     const answer = Astro.request.method === 'POST' ? await takeAct(Astro, { …, run }) : nothingTyped
 *     if (answer instanceof Response) return answer
 *     const { fields, problems, failure } = answer   // fields.get('reason')?.[0], problems: [{ key, text }]
 *     // <Problems problems={linked(problems)} {failure} />, and a form with ActButton in it
 *
 * where `run` returns `{ problems: [{ key: 'date', text: 'Skriv en dato' }] }` and everything is taken back.
 */
import type { APIContext, APIRoute } from 'astro'
import { Temporal } from 'temporal-polyfill'
import { addAuditLine } from '#db/audit.ts'
import type { Database } from '#db/open.ts'
import { countAttempt } from '#db/throttles.ts'
import type { Vault } from '#db/vault.ts'
import type { Problem } from '#forms/answer.ts'
import { type Fields, FieldsError, readFields } from '#forms/fields.ts'
import { keyField } from '#forms/view.ts'
import type { ActName } from '../components/staff/act-words.ts'
import type { Done, Undone } from '../components/staff/done.ts'
import { getRuntime } from './locals.ts'
import { backWith, wayBack } from './way-back.ts'

/** What an act is given, beside the transaction that it must keep to. */
export interface Given {
  readonly staffId: string
  readonly now: Temporal.Instant
  readonly vault: Vault
  readonly fields: Fields
}

/** Nothing when it is done. All else but `to` takes back whatever `run` wrote. */
export type Outcome =
  | undefined
  /** Done; leads on to another page than back, say to what was just made, whose id the audit log then gets. */
  | { readonly to: string; readonly row?: string }
  /** Something typed is wrong; the page shows it again. */
  | { readonly problems: readonly Problem[] }
  /** It cannot be done as things stand; back with these words. */
  | { readonly refused: Undone }
  /** There is no such record, or not for this role. */
  | { readonly missing: true }

export interface Act {
  /** A short English verb for the audit log, from components/staff/act-words.ts. */
  readonly name: ActName
  readonly on: { readonly table: string; readonly row: string }
  readonly done: Done
  readonly back: string
  // biome-ignore lint/suspicious/noConfusingVoidType: an act that only does something returns nothing
  run(trx: Database, given: Given): Promise<Outcome | void>
}

/** What a page is drawn again with. */
export interface Redraw {
  readonly fields: Fields
  readonly problems: readonly Problem[]
  readonly failure?: string
}

/** A form that nobody has typed in yet. */
export const nothingTyped: Redraw = { fields: new Map(), problems: [] }

/** Each problem as a link to its field, for components/forms/Problems.astro. */
export const linked = (problems: readonly Problem[]) =>
  problems.map(({ key, text }) => ({ href: `#felt-${key}`, text }))

/** What an act or page needs of Astro. */
type Context = Pick<APIContext, 'request' | 'locals'>

const sameKeyFor = Temporal.Duration.from({ hours: 24 })

/** @returns the answer as it is, or what the page is drawn again with */
export async function takeAct({ request, locals }: Context, act: Act): Promise<Response | Redraw> {
  const { db, vault, now, log, wakeDelivery } = getRuntime(locals)
  const { staff } = locals
  if (!staff) throw new Error('expected somebody signed in, got nobody')
  const { name, on } = act
  const line = { actor: staff.staffId, act: name, ...on, now: now() }
  const fields = await fieldsOf(request)
  if (fields instanceof Response) return fields
  const way = wayBack(fields.get('_til')?.[0], act.back)
  const key = fields.get(keyField)?.[0]
  const fingerprint = key && vault.fingerprint('staff act', `${staff.staffId} ${name} ${on.row} ${key}`)
  try {
    const to = await db.transaction().execute(async (trx) => {
      const again =
        fingerprint && (await countAttempt(trx, { fingerprint, within: sameKeyFor, now: line.now })) > 1
      if (again) return
      const outcome = await act.run(trx, { staffId: staff.staffId, now: line.now, vault, fields })
      if (outcome && !('to' in outcome)) throw new TakenBack(outcome)
      await addAuditLine(trx, { ...line, row: outcome?.row ?? line.row })
      return outcome?.to
    })
    wakeDelivery?.()
    return seeOther(backWith(to ?? way, 'gjort', act.done))
  } catch (err) {
    if (!(err instanceof TakenBack)) {
      log.error({ err, act: name }, 'an act was not done')
      return { fields, problems: [], failure: 'Noe gikk galt hos oss. Det du skrev, står her ennå.' }
    }
    if ('missing' in err.outcome) return new Response(null, { status: 404 })
    if ('refused' in err.outcome) return seeOther(backWith(way, 'ikke', err.outcome.refused))
    return { fields, problems: err.outcome.problems }
  }
}

/** An act that asks nothing, as an endpoint. */
export const actRoute =
  (actOf: (context: APIContext) => Act): APIRoute =>
  async (context) => {
    const act = actOf(context)
    const answer = await takeAct(context, act)
    if (answer instanceof Response) return answer
    return seeOther(backWith(wayBack(answer.fields.get('_til')?.[0], act.back), 'ikke', 'feil'))
  }

/** Ends the transaction without anything having happened. */
class TakenBack extends Error {
  readonly outcome: Exclude<Outcome, undefined | { to: string }>
  constructor(outcome: TakenBack['outcome']) {
    super('taken back')
    this.outcome = outcome
  }
}

/** What was sent with a form that only asks; nothing when the page is opened, or when it cannot be read. */
export async function readBody(request: Request): Promise<Fields> {
  if (request.method !== 'POST') return new Map()
  const fields = await fieldsOf(request)
  return fields instanceof Response ? new Map() : fields
}

/** What somebody searches for in the field `sok`, sent by POST: names belong in no address. */
export const readSearch = async (request: Request): Promise<string | undefined> =>
  (await readBody(request)).get('sok')?.[0]?.trim().slice(0, 100) || undefined

async function fieldsOf(request: Request): Promise<Fields | Response> {
  try {
    return readFields(request.headers.get('content-type'), await request.text())
  } catch (error) {
    if (error instanceof FieldsError) return new Response(null, { status: error.status })
    throw error
  }
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })
