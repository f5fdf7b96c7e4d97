import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openSmallSite } from './small-site.ts'

test('stopping finishes what is in flight and takes nothing new', async () => {
  // Longer than a test may take: it must not wait for whoever only holds a connection.
  const site = await openSmallSite({ limits: { stop: 600_000 } })
  const idle = connect(site.port, '127.0.0.1')
  const slow = site.get('/treg/')
  // What was asked first is in flight when what is asked next is answered.
  await site.get('/')
  const stopped = site.stop()
  await expect(site.get('/')).rejects.toThrow()
  expect(await (await slow).text()).toBe('ferdig')
  await stopped
  await text(idle)
})

test('stopping waits for nobody beyond its limit', async () => {
  const site = await openSmallSite({ limits: { stop: 100 } })
  const never = site.get('/aldri/').then(
    () => 'answered',
    () => 'cut off',
  )
  await site.get('/')
  await site.stop()
  expect(await never).toBe('cut off')
})
