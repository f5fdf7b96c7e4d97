/** Reads a QR code as a phone does, from pixels. */
import jsQR from 'jsqr'
import sharp from 'sharp'

export async function readQr(picture: Uint8Array): Promise<string | undefined> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

/**
 * The code of a PDF page: what its figure draws, as a picture. Strokes are `x y m x y l` in a square of modules; see
 * ISO 32000-1, 8.5.2.
 *
 * @param stream of the page, as readPdf() gives it
 */
export async function readQrOf(stream: string): Promise<string | undefined> {
  const figure = /\/Figure <<[\s\S]*?BDC([\s\S]*?)EMC/.exec(stream)?.[1] ?? ''
  const strokes = [...figure.matchAll(/([\d.]+) ([\d.]+) m\n([\d.]+) ([\d.]+) l/g)]
  const drawn = strokes.map(([, x1, y1, x2]) => `M${x1} ${y1}H${x2}`).join('')
  const size = Math.max(...strokes.map(([, , y1]) => Number(y1))) + 4.5
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 ${size} ${size}"><rect width="100%" height="100%" fill="#fff"/><path d="${drawn}" stroke="#000"/></svg>`
  return readQr(Buffer.from(svg))
}
