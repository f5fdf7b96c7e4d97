/**
 * Pictures as they are kept: drawn anew from their pixels, so that nothing else of the file comes along, be it where
 * and when it was taken, a thumbnail from before it was cropped, or a script behind the last pixel.
 */
import type { PictureFormat } from './place.ts'
import { Refused } from './refused.ts'

/** Pixels along the longer side: sharp on a wide screen, and no more. */
const longestSide = 2000
/** A phone takes 50 million pixels at most; few bytes can claim to be many more. */
const mostPixels = 60_000_000

/** Where a file of each format says what it is, in hexadecimal. */
const firstBytes: Readonly<Record<PictureFormat, RegExp>> = {
  jpeg: /^ffd8ff/,
  png: /^89504e470d0a1a0a/,
  webp: /^52494646.{8}57454250/,
}

/**
 * @param format what the name of the file says that it is
 * @param seconds that it may take: few bytes can be a hundred pictures on top of each other
 * @throws {Refused} when the bytes are something else, or no picture
 */
export async function redraw(bytes: Buffer, format: PictureFormat, seconds: number): Promise<Buffer> {
  if (!firstBytes[format].test(bytes.toString('hex', 0, 16)))
    throw new Refused(422, 'Filen er ikke et bilde av det slaget som navnet sier. Bruk JPEG, PNG eller WebP.')
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toFormat(format, format === 'png' ? { compressionLevel: 9 } : { quality: 80 })
      .timeout({ seconds })
      .toBuffer()
  } catch {
    throw new Refused(
      422,
      'Bildet kan ikke leses. Lagre det på nytt i et bildeprogram, og last det opp igjen.',
    )
  }
}
