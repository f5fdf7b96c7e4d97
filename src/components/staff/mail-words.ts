/** What mail of each kind is, and what went wrong with it, as people read it. */

const endings: Readonly<Record<string, string>> = {
  notice: 'Beskjed til dere om noe nytt',
  confirmation: 'Bekreftelse til den som skrev',
  link: 'Lenke til innlogging',
  digest: 'Ukens oversikt til dere',
  meeting: 'Dagen for et koblingsmøte',
  pause: 'Hilsen til en frivillig som har pause',
  farewell: 'Hilsen til en frivillig som har sluttet',
}

/** @example sayKind('volunteer confirmation') // 'Bekreftelse til den som skrev' */
export const sayKind = (kind: string): string => endings[kind.split(' ').at(-1) ?? ''] ?? 'E-post'

/**
 * @param problem the name of an error, with the answer of the mail server if it gave one
 * @example sayProblem('EENVELOPE 550') // 'E-postserveren til mottakeren sa nei. Adressen kan være feil.'
 */
export function sayProblem(problem: string): string {
  if (/^EAUTH/.test(problem))
    return 'Vi slapp ikke inn på vår egen e-postserver. Si fra til dem som drifter den.'
  if (/ 5\d\d$/.test(problem)) return 'E-postserveren til mottakeren sa nei. Adressen kan være feil.'
  if (/ 4\d\d$/.test(problem)) return 'E-postserveren til mottakeren tok ikke imot. Det kan gå bedre senere.'
  if (/^SealError/.test(problem))
    return 'Innholdet kan ikke leses med nøkkelen vi har. Si fra til dem som drifter.'
  return 'Vi fikk ikke svar fra e-postserveren.'
}
