import sharp from 'sharp'
import { expect, onTestFinished, test, vi } from 'vitest'
import { kari, media, openDesk } from './desk.ts'
import { aPicture } from './pictures.ts'

test('a picture is given up when it takes too long, however few bytes it has', async () => {
  const limit = vi.spyOn(sharp.prototype, 'timeout')
  onTestFinished(() => limit.mockRestore())
  const { get } = await openDesk()
  const content = (await aPicture('jpeg')).toString('base64')
  const asset = { path: `${media}/kafe.jpg`, content, encoding: 'base64' }
  await get(kari, 'persistMedia', { asset, options: { commitMessage: 'Upload' } })
  const limits = limit.mock.calls.map(([options]) => (options as { seconds: number }).seconds)
  expect(limits).toHaveLength(1)
  expect(limits[0]).toBeGreaterThan(0)
  expect(limits[0]).toBeLessThanOrEqual(30)
})
