/** The way of one form, from request to answer: the empty form, the form with its problems, or on to the receipt. */
import type { APIContext } from 'astro'
import type { Logger } from 'pino'
import { countCoordinators } from '#db/staff.ts'
import { type Municipality, publicPhone } from '#editorial/municipality.ts'
import type { Problem } from '#forms/answer.ts'
import { type Form, pathOf } from '#forms/definition.ts'
import { type Fields, FieldsError, readFields } from '#forms/fields.ts'
import { fieldsFromAddress } from '#forms/from-address.ts'
import { showReference } from '#forms/reference.ts'
import type { Review } from '#forms/review.ts'
import { type FormView, keyField, trapField, viewForm } from '#forms/view.ts'
import { newFormKey } from './form-key.ts'
import { beforeSending, keyQuery, mayAdd, receiptQuery } from './further.ts'
import type { Premises, Sender } from './premises.ts'
import { receive } from './receive.ts'
import { TooManyError } from './suspect.ts'

/** A page to draw. Without a form the phone stands in its place: nobody is there to read what is sent. */
export interface FormPage {
  readonly status: 200 | 410 | 422 | 429 | 503
  readonly view?: FormView
  /** Instead of the form: what is about to be sent. */
  readonly review?: Review
  /** What went wrong on our side; the typed text is kept. */
  readonly failure?: string
}

interface Desk extends Premises {
  readonly log: Logger
  readonly environment: { readonly publicUrl: URL | undefined; readonly staffUrl?: URL | undefined }
}

/**
 * @param from whoever sends: the network address, asked for only when something is sent
 * @returns a page to draw, or a response as it is
 */
export async function answerRequest(
  request: Request,
  desk: Desk,
  municipality: Municipality,
  form: Form,
  from: Pick<APIContext, 'clientAddress'>,
): Promise<Response | FormPage> {
  const { method } = request
  const sender: Sender = {
    municipality: municipality.officialName,
    phone: publicPhone(municipality, 'adults'),
    origin: desk.environment.publicUrl?.origin ?? new URL(request.url).origin,
    staffOrigin: desk.environment.staffUrl?.origin,
  }
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
    return new Response(null, { status: 405, headers: { allow: 'GET, HEAD, POST' } })
  if (method !== 'POST') return answerGet(new URL(request.url).searchParams, desk, form)

  try {
    const fields = readFields(request.headers.get('content-type'), await request.text())
    return await answerPost(desk, sender, form, fields, from.clientAddress)
  } catch (error) {
    if (!(error instanceof FieldsError)) throw error
    const text = `Vi kunne ikke lese det du sendte, og ingenting er lagret.\nVil du si det på telefon, ${callOf(sender)}.\n`
    return new Response(text, {
      status: error.status,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
}

/** A help line knows nothing of what is sent here, and is named for a talk alone. */
function callOf({ phone, municipality }: Sender): string {
  const line = `${phone.name}, telefon ${phone.number}`
  return phone.local
    ? `ring ${line}`
    : `ring ${municipality}. Trenger du noen å snakke med, kan du ringe ${line}`
}

/** In operation a form opens when there is somebody to read what comes. */
const isOpen = async ({ db, environment }: Desk) =>
  environment.publicUrl === undefined || (await countCoordinators(db)) > 0

async function answerGet(query: URLSearchParams, desk: Desk, form: Form): Promise<FormPage> {
  if (!(await isOpen(desk))) return { status: 200 }
  const key = form.furtherTo ? (query.get(keyQuery) ?? '') : newFormKey(desk)
  if (form.furtherTo && !(await mayAdd(desk, form, key))) return { status: 410 }
  return { status: 200, view: viewForm(form, key, fieldsFromAddress(form, query)) }
}

async function answerPost(
  desk: Desk,
  sender: Sender,
  form: Form,
  fields: Fields,
  address: string,
): Promise<Response | FormPage> {
  const sent = fields.get(keyField)?.[0] ?? ''
  const trapped = fields.get(trapField)?.some((text) => text !== '') ?? false
  const again = (
    status: FormPage['status'],
    more: { problems?: readonly Problem[]; failure?: string; review?: Review },
  ): FormPage => ({
    status,
    view: viewForm(form, sent || newFormKey(desk), fields, more.problems),
    ...(more.failure && { failure: more.failure }),
    ...(more.review && { review: more.review }),
  })
  const call = callOf(sender)
  try {
    if (!(await isOpen(desk))) return { status: 503 }
    const before = form.furtherTo && (await beforeSending(desk, form, fields))
    if (before === 'closed')
      return again(410, { failure: `Siden er ikke åpen lenger. Vil du fortelle mer, kan du ${call}.` })
    if (before) return again('problems' in before ? 422 : 200, before)
    const result = await receive(desk, sender, form, fields, { address, key: sent, trapped })
    if ('problems' in result) return again(422, result)
    // The fragment replaces #feil, which the browser would carry along, and gives the receipt the focus.
    const receipt = `kvittering/${showReference(result.receipt.reference)}/`
    const location = `${pathOf(form.furtherTo ?? form)}${receipt}${receiptQuery(desk, form, sent)}#kvittering`
    return new Response(null, { status: 303, headers: { location } })
  } catch (err) {
    desk.log.error({ err, form: form.definition.key }, 'a submission was not stored')
    const [status, reason] =
      err instanceof TooManyError
        ? ([429, 'Det kommer uvanlig mange skjemaer akkurat nå.'] as const)
        : ([503, 'Noe gikk galt hos oss.'] as const)
    return again(status, {
      failure: `${reason} Det du skrev, står her ennå. Prøv igjen om litt, eller ${call}.`,
    })
  }
}
