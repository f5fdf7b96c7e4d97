import sharp from 'sharp'
import { expect, onTestFinished, test, vi } from 'vitest'
import { redraw } from '#editing/picture.ts'
import { kari, media, ola, openDesk, page } from './desk.ts'
import { aPicture } from './pictures.ts'

const upload = async (name: string, bytes?: Buffer) => ({
  asset: {
    path: `${media}/${name}`,
    content: (bytes ?? (await aPicture('jpeg'))).toString('base64'),
    encoding: 'base64',
  },
  options: { commitMessage: 'Upload' },
})

test('a picture is given up when it takes too long, however few bytes it has', async () => {
  const limit = vi.spyOn(sharp.prototype, 'timeout')
  onTestFinished(() => limit.mockRestore())
  const { get } = await openDesk()
  await get(kari, 'persistMedia', await upload('kafe.jpg'))
  const limits = limit.mock.calls.map(([options]) => (options as { seconds: number }).seconds)
  expect(limits).toHaveLength(1)
  expect(limits[0]).toBeGreaterThan(0)
  expect(limits[0]).toBeLessThanOrEqual(30)
})

test('who saves words does not wait for a picture, and one picture is drawn at a time', async () => {
  const { read, save, ask, git } = await openDesk()
  const bytes = await aPicture('jpeg')
  const gate = Promise.withResolvers<void>()
  const draw = sharp.prototype.toBuffer
  const drawing = vi.spyOn(sharp.prototype, 'toBuffer').mockImplementation(async function (this: never) {
    await gate.promise
    return draw.call(this)
  } as never)
  onTestFinished(() => drawing.mockRestore())
  const pictures = [kari, kari, ola].map(async (who, index) =>
    ask(who, 'persistMedia', await upload(`kafe-${index}.jpg`, bytes)),
  )
  await expect.poll(() => drawing.mock.calls.length).toBe(1)
  expect(await save(ola, page, `${await read(ola, page)}\nNytt.\n`)).toMatchObject({ status: 200 })
  expect(drawing).toHaveBeenCalledTimes(1)
  expect(git('ls-tree', '--name-only', 'main', 'content/media/')).not.toContain('kafe-')
  gate.resolve()
  expect((await Promise.all(pictures)).map(({ status }) => status)).toEqual([200, 200, 200])
})

/** A picture of that many pixels, painted over and over; nothing is in it. */
async function pretending(width: number, height: number, scans: number): Promise<Buffer> {
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg({ progressive: true })
    .toBuffer()
  const frame = jpeg.indexOf(Buffer.from('ffc2', 'hex'))
  jpeg.writeUInt16BE(height, frame + 5)
  jpeg.writeUInt16BE(width, frame + 7)
  const scan = Buffer.from('ffda0008010100003f00', 'hex')
  return Buffer.concat([jpeg.subarray(0, -2), ...Array(scans).fill(scan), jpeg.subarray(-2)])
}

test('a picture that would be hours of work is refused before it is drawn, and the editor told why', async () => {
  const drawing = vi.spyOn(sharp.prototype, 'toBuffer')
  onTestFinished(() => drawing.mockRestore())
  const large = await pretending(9000, 9000, 0)
  const thin = await pretending(20_000, 4, 0)
  const thick = await pretending(7000, 7000, 20)
  drawing.mockClear()
  await expect(redraw(large, 'jpeg', 30)).rejects.toThrow('Bildet er for stort: 9000 × 9000 punkter. Gjør')
  await expect(redraw(thin, 'jpeg', 30)).rejects.toThrow('Bildet er for stort: 20000 × 4 punkter')
  await expect(redraw(thick, 'jpeg', 30)).rejects.toThrow('Bildet tar for lang tid å lese. Lagre det på nytt')
  expect(drawing).not.toHaveBeenCalled()
})

test('a picture of the web, painted in ten steps, is kept', async () => {
  const steps = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: 'red' } })
    .jpeg({ progressive: true })
    .toBuffer()
  const { width, height, isProgressive } = await sharp(await redraw(steps, 'jpeg', 30)).metadata()
  expect({ width, height, isProgressive }).toEqual({ width: 2000, height: 1333, isProgressive: false })
})
