import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openSmallSite } from './small-site.ts'

test('stopping finishes what is in flight and takes nothing new', async () => {
  const site = await openSmallSite()
  const idle = connect(site.port, '127.0.0.1')
  const slow = site.get('/treg/')
  await wait(100)
  const started = performance.now()
  const stopped = site.stop()
  await wait(20)
  await expect(site.get('/')).rejects.toThrow()
  expect(await (await slow).text()).toBe('ferdig')
  await stopped
  expect(performance.now() - started).toBeLessThan(2000)
  await text(idle)
})

test('stopping waits for nobody beyond its limit', async () => {
  const site = await openSmallSite({ limits: { stop: 100 } })
  const slow = site.get('/treg/').then(
    () => 'answered',
    () => 'cut off',
  )
  await wait(100)
  await site.stop()
  expect(await slow).toBe('cut off')
})
