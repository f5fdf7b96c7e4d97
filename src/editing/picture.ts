/**
 * Pictures as they are kept: drawn anew from their pixels, so that nothing else of the file comes along, be it where
 * and when it was taken, a thumbnail from before it was cropped, or a script behind the last pixel.
 */
import type { Sharp } from 'sharp'
import type { PictureFormat } from './place.ts'
import { Refused } from './refused.ts'

/** Pixels along the longer side: sharp on a wide screen, and no more. */
const longestSide = 2000
/** Pixels of what comes in. A phone takes 50 million at most, and a panorama is 16,000 wide; few bytes can claim more. */
const most = { pixels: 60_000_000, side: 17_000 }
/** Pixels that a JPEG paints, one scan over the other: ten, as usual on the web, over the largest picture. */
const mostPainted = 10 * most.pixels

/** Where a file of each format says what it is, in hexadecimal. */
const firstBytes: Readonly<Record<PictureFormat, RegExp>> = {
  jpeg: /^ffd8ff/,
  png: /^89504e470d0a1a0a/,
  webp: /^52494646.{8}57454250/,
}

const again = 'Lagre det på nytt i et bildeprogram, og last det opp igjen.'

/**
 * @param format what the name of the file says that it is
 * @param seconds that it may take. It is looked at between rows of pixels, so it bounds nothing before the first one
 * @throws {Refused} when the bytes are something else, no picture, or more work than a picture is
 */
export async function redraw(bytes: Buffer, format: PictureFormat, seconds: number): Promise<Buffer> {
  if (!firstBytes[format].test(bytes.toString('hex', 0, 16)))
    throw new Refused(422, 'Filen er ikke et bilde av det slaget som navnet sier. Bruk JPEG, PNG eller WebP.')
  const { default: sharp } = await import('sharp')
  try {
    const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error' })
    await expectBearable(picture, format === 'jpeg' ? countScans(bytes) : 1)
    return await picture
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toFormat(format, format === 'png' ? { compressionLevel: 9 } : { quality: 80 })
      .timeout({ seconds })
      .toBuffer()
  } catch (error) {
    if (error instanceof Refused) throw error
    if (/^timeout/.test((error as Error).message)) throw new Refused(422, tooHeavy)
    throw new Refused(422, `Bildet kan ikke leses. ${again}`)
  }
}

const tooHeavy = `Bildet tar for lang tid å lese. ${again}`

/** Asked of what the file says of itself, before anything is drawn. */
async function expectBearable(picture: Sharp, scans: number): Promise<void> {
  const { width, height } = await picture.metadata()
  if (width * height > most.pixels || Math.max(width, height) > most.side)
    throw new Refused(
      422,
      `Bildet er for stort: ${width} × ${height} punkter. Gjør det mindre i et bildeprogram, og last det opp igjen.`,
    )
  if (scans * width * height > mostPainted) throw new Refused(422, tooHeavy)
}

/** How many times a JPEG paints all of itself. A few bytes are enough for one more. */
function countScans(bytes: Buffer): number {
  let count = 0
  let at = 2
  while (at >= 0 && at + 4 <= bytes.length) {
    const marker = bytes[at + 1] as number
    if (bytes[at] !== 0xff || marker === 0xff) at = bytes.indexOf(0xff, at + 1)
    else if (marker === 0xd9) break
    // Without a length behind it: what stands within a scan.
    else if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else {
      if (marker === 0xda) count += 1
      at += 2 + bytes.readUInt16BE(at + 2)
    }
  }
  return count
}
