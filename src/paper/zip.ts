/** Several files as one. */
import { zipSync } from 'fflate'

/** ZIP has no time before 1980, and ours say nothing: the same files give the same bytes. */
const mtime = '1980-01-01T00:00:00'

/** @param files name → bytes. PDF and DOCX are packed already, so they are only laid side by side. */
export const zip = (files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        [bytes, { level: /\.(pdf|docx|png)$/.test(name) ? 0 : 9 }],
      ]),
    ),
    { mtime },
  )
