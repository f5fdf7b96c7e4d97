/** The two cookies there are: both for those who work here, and out of reach of scripts and other hosts. */
import type { Premises } from './session.ts'

const isSecure = ({ environment }: Pick<Premises, 'environment'>) =>
  (environment.staffUrl ?? environment.publicUrl)?.protocol === 'https:'

/**
 * With the prefix __Host- no other host of the municipality's domain can set it (RFC 6265bis, 4.1.3.2); the price is
 * that it is sent to every path of this host.
 */
const fullName = (premises: Pick<Premises, 'environment'>, name: string) =>
  `${isSecure(premises) ? '__Host-' : ''}${name}`

/**
 * The value of a Set-Cookie header. Lax, and not Strict: both must come along when a mail or a provider leads here.
 *
 * @param maxAge in seconds; 0 removes it
 */
export const cookieHeader = (
  premises: Pick<Premises, 'environment'>,
  name: string,
  value: string,
  maxAge: number,
): string =>
  `${fullName(premises, name)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isSecure(premises) ? '; Secure' : ''}`

export function cookieOf(
  premises: Pick<Premises, 'environment'>,
  name: string,
  request: Request,
): string | undefined {
  const start = `${fullName(premises, name)}=`
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length)
}
