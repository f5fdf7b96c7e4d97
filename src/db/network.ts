/** Where a request comes from, as far as one household or office can choose it. */
import { isIPv6 } from 'node:net'

/**
 * The address itself, or the /64 of an IPv6 address: a subscriber has all of those, and a new one for each request.
 *
 * @example networkOf('2001:db8:0:7::1') // '2001:db8:0:7'
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [before = '', after = ''] = address.toLowerCase().split('::')
  const groupsOf = (text: string) => (text === '' ? [] : text.split(':'))
  const [first, last] = [groupsOf(before), groupsOf(after)]
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
