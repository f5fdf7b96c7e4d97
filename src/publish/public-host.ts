/** Where a host of the open internet is. A text may name any address, and ours are behind the firewall. */
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { BlockList } from 'node:net'

/** Addresses that are not reached from everywhere: the special-purpose registries of IANA (RFC 6890). */
/** One list for each family: in one, every IPv4 address would count as a mapped one of IPv6. */
const inside = { 4: new BlockList(), 6: new BlockList() }
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
]) {
  const [net = '', bits] = range.split('/')
  inside[4].addSubnet(net, Number(bits), 'ipv4')
}
// Of IPv6 only 2000::/3 is handed out; these in it lead to IPv4 addresses of any kind.
for (const [net, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2002::', 16],
  ['2001::', 32],
] as const)
  inside[6].addSubnet(net, bits, 'ipv6')

/**
 * @param hostname as in a URL
 * @returns its addresses, to connect to without asking again: the next answer may be another. None when any of them is
 *   not of the open internet
 * @throws when the name leads nowhere
 * @example await findPublicAddresses('169.254.169.254') // []
 */
export async function findPublicAddresses(hostname: string): Promise<LookupAddress[]> {
  const found = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true })
  const isPublic = ({ address, family }: LookupAddress) =>
    family === 6 ? !inside[6].check(address, 'ipv6') : !inside[4].check(address)
  return found.every(isPublic) ? found : []
}
