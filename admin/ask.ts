/** One question to our server, in Decap's proxy protocol, and its answer. */

/** Why the server did not do it: in Norwegian, as the editor shall read it. */
export class Unanswered extends Error {
  /** Of HTTP; 0 when no answer came at all. */
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    // Decap shows an error as text, with its name in front.
    this.name = ''
    this.status = status
  }
}

/** There is no such text. */
export class Missing extends Unanswered {
  constructor() {
    super(404, 'Den kan være slettet, eller ha fått et annet navn.')
  }
}

const unsaid: Readonly<Record<number, string>> = {
  0: 'Vi får ikke kontakt med serveren. Er du på nett?',
  401: 'Du er logget ut.',
  413: 'Teksten eller bildene er for store til å sendes.',
  503: 'Serveren har det travelt akkurat nå.',
}

/** @throws {Unanswered} */
export async function ask<Answer>(address: string, question?: object): Promise<Answer> {
  const response = await fetch(address, {
    ...(question && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(question),
    }),
    // Whoever is not signed in is led to a page, which is no answer.
    redirect: 'manual',
  }).catch(() => undefined)
  if (!response) throw new Unanswered(0, unsaid[0] as string)
  const status = response.type === 'opaqueredirect' ? 401 : response.status
  const said: unknown = await response.json().catch(() => undefined)
  if (response.ok && said !== undefined) return said as Answer
  const { error } = (said ?? {}) as { error?: unknown }
  throw new Unanswered(
    status,
    typeof error === 'string' ? error : (unsaid[status] ?? 'Noe gikk galt hos oss.'),
  )
}
