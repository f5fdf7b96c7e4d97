/** Pictures as they come from a phone. */
import sharp from 'sharp'

/** One with a place, a camera and a thumbnail's worth of metadata in it. */
export const aPicture = (format: 'jpeg' | 'png' | 'webp', size = 64): Promise<Buffer> =>
  sharp({ create: { width: size, height: size / 2, channels: 3, background: '#884422' } })
    .withExif({ IFD0: { Make: 'Fjordfon', Copyright: 'Kari' }, IFD3: { GPSLatitude: '60/1 47/1 0/1' } })
    .toFormat(format)
    .toBuffer()
