/** Packs a document so that the same content gives the same bytes: docx writes the clock and random names into it. */
import { type Document, Packer } from 'docx'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { zip } from '../zip.ts'

/** @param date the day that the document counts as made */
export async function pack(document: Document, date: string): Promise<Uint8Array> {
  const files = unzipSync(await Packer.toBuffer(document))
  const names = new Map<string, string>()
  const settled = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]): [string, Uint8Array] => {
      if (!/\.(xml|rels)$/.test(name)) return [name, bytes]
      const text = strFromU8(bytes)
        // Names of links, which the text and its list of links share.
        .replace(/"rId([a-z0-9_-]{21})"/g, (_, random: string) => {
          const own = names.get(random) ?? `${names.size + 1}`
          names.set(random, own)
          return `"rIdLink${own}"`
        })
        .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
      return [name, strToU8(text)]
    })
  return zip(Object.fromEntries(settled))
}
