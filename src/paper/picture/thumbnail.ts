/** A picture of a flyer made small, for a list to choose from. */

/** In pixels, both ways: twice what the list shows, for sharp screens. */
export const thumbnailSize = 320

/** WebP. The same picture always gives the same bytes. */
export async function thumbnailOf(png: Uint8Array): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  return sharp(png).resize(thumbnailSize).webp({ quality: 75, effort: 6 }).toBuffer()
}
