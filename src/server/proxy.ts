/** Who asks, when a proxy stands between: its word counts only as far as it is trusted. */
import { BlockList, isIP } from 'node:net'

/**
 * Makes the function that names the client.
 *
 * @param trusted addresses or CIDR ranges, as in TRUSTED_PROXY
 * @returns a function of the peer's address and the X-Forwarded-For header. It walks the header from the right past
 *   hops that are trusted and stops at the first that is not: what stands left of it may be invented.
 * @example clientOf(['10.0.0.0/8'])('10.0.0.1', '1.2.3.4, 203.0.113.9') // '203.0.113.9'
 */
export function clientOf(trusted: readonly string[]) {
  const list = new BlockList()
  for (const each of trusted) {
    const [address = '', bits] = each.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  const isTrusted = (address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

  return (peer: string, forwarded: string | undefined): string => {
    let client = plain(peer)
    for (const hop of (forwarded?.split(',') ?? []).reverse()) {
      if (!isTrusted(client)) break
      const address = plain(hop)
      if (isIP(address) === 0) break
      client = address
    }
    return client
  }
}

/**
 * Watches for a proxy that nobody said to trust: then everybody behind it is one network, which soon seems to send
 * too much.
 *
 * @param warn called once
 */
export function watchForProxy(
  findClient: ReturnType<typeof clientOf>,
  warn: () => void,
): ReturnType<typeof clientOf> {
  let warned = false
  return (peer, forwarded) => {
    const client = findClient(peer, forwarded)
    if (!warned && forwarded !== undefined && client === findClient(peer, undefined)) {
      warned = true
      warn()
    }
    return client
  }
}

/** An address without port, brackets, zone and the IPv6 form of an IPv4 address. */
function plain(text: string): string {
  const address = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(address) ? address : address.replace(/:\d+$/, '')
}
