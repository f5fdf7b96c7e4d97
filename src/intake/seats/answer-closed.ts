/** What somebody gets who sends a form that was open when she began to type, and is not any longer. */
import type { Closed } from '#calendar/sign-up.ts'
import type { Form } from '#forms/definition.ts'
import { FieldsError, readFields } from '#forms/fields.ts'
import { type FormView, keyField, viewForm } from '#forms/view.ts'

const because: Readonly<Record<Closed, string>> = {
  phone: 'Dette melder du deg på ved å ringe.',
  cancelled: 'Kurset er avlyst.',
  begun: 'Kurset har begynt.',
  late: 'Påmeldingsfristen er gått ut.',
}

/** @returns what to draw; the typed text stands there still, with 409 since the course has changed meanwhile */
export async function answerClosed(
  request: Request,
  form: Form,
  closed: Closed,
): Promise<Response | { status: 200 | 409; view?: FormView; failure?: string }> {
  if (request.method !== 'POST') return { status: 200 }
  try {
    const fields = readFields(request.headers.get('content-type'), await request.text())
    const failure = `${because[closed]} Du er ikke påmeldt. Det du skrev, står her ennå, men det er ikke lagret.`
    return { status: 409, view: viewForm(form, fields.get(keyField)?.[0] ?? '', fields), failure }
  } catch (error) {
    if (!(error instanceof FieldsError)) throw error
    return new Response(null, { status: error.status })
  }
}
