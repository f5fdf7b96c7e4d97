/** The way of one request of the CMS, from its JSON to the answer: whether the session may is decided before. */
import { addAuditLine } from '#db/audit.ts'
import { getRuntime } from './locals.ts'

/** Where the CMS asks. */
export const editPath = '/admin/api/v1'
/** Where it asks how a text would look. */
export const previewPath = '/admin/forhandsvisning'

export async function takeEdit(request: Request, locals: App.Locals): Promise<Response> {
  const { editing, publishing, db, now } = getRuntime(locals)
  const { staff } = locals
  if (!staff) throw new Error('expected somebody signed in, got nobody')
  if (!editing) return Response.json({ error: 'Tekstene redigeres ikke på denne maskinen.' }, { status: 501 })
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? ''))
    return Response.json({ error: 'Content-Type: expected application/json' }, { status: 415 })
  publishing?.warm()
  let asked: unknown
  try {
    asked = await request.json()
  } catch {
    return Response.json({ error: 'body: expected JSON' }, { status: 400 })
  }
  const { status, body, action, trick } = await editing.answer({ id: staff.staffId, name: staff.name }, asked)
  if (trick) {
    const line = {
      actor: staff.staffId,
      act: 'refuse',
      table: 'pages',
      row: `${editPath}/${action}`,
      now: now(),
    }
    await db.transaction().execute((trx) => addAuditLine(trx, line))
  }
  return Response.json(body, { status })
}

/**
 * What a program gets that a person would be sent to sign in for, or see a page about.
 *
 * @returns nothing for addresses that people open
 */
export function refuseEdit(pathname: string, why: keyof typeof refusals): Response | undefined {
  if (![editPath, previewPath].some((path) => pathname.startsWith(path))) return undefined
  const { status, error } = refusals[why]
  return Response.json({ error }, { status })
}

const refusals = {
  'sign-in': { status: 401, error: 'Du er logget ut. Logg inn i et annet vindu, og lagre på nytt.' },
  hidden: { status: 404, error: 'Rollen din kan ikke redigere tekster.' },
  hasty: { status: 429, error: 'Det gikk litt fort. Vent et minutt, og prøv igjen.' },
} as const
