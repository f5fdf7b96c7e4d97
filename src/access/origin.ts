import type { Premises } from './session.ts'

/**
 * Where those who work here reach their pages, for links in mail and for the provider of accounts.
 *
 * @param otherwise where this request came in: what the client named, and believed only on a developer's own machine
 */
export const staffOrigin = ({ staffUrl, publicUrl }: Premises['environment'], otherwise: string): string =>
  (staffUrl ?? publicUrl)?.origin ?? otherwise
