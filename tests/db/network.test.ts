import { expect, test } from 'vitest'
import { networkOf } from '#db/network.ts'

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:0:7::1', '2001:db8:0:7'],
  ['2001:DB8:0:7:1:2:3:4', '2001:db8:0:7'],
  ['2001:0db8::7:1:2:3:4', '2001:db8:0:7'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('The network of %j is %j', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
