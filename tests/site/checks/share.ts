import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Check } from '../check.ts'

/** The front page of rights is a list, the plan of a café a sheet, and a wish a form; all else in these parts can be passed on. */
export const isShared = (path: string) =>
  /^\/([a-z]{2}\/)?(rettigheter\/[^/]+\/|(er-du-parorende|for-ansatte|kafe)\/((?!onske\/)[^/]+\/)?)$/.test(
    path,
  )

const limit = { row: 600, qr: 900 }

export const share: Check = {
  name: 'can be passed on without script and without us, and has a QR code for paper',
  concerns: isShared,
  find: ({ html, headers, facts }) => {
    const [row = ''] = /<aside class="share"[\s\S]*?<\/script>/.exec(html) ?? []
    const [qr = ''] = /<svg class="qr"[\s\S]*?<\/svg>/.exec(html) ?? []
    const [, script = ''] = /<script type="module">([\s\S]*?)<\/script>/.exec(row) ?? []
    const hash = createHash('sha256').update(script).digest('base64')
    const weighs = (part: string) => gzipSync(html).length - gzipSync(html.replace(part, '')).length
    const buttons = row.match(/<button[^>]*>/g) ?? []
    return [
      ...(/href="mailto:\?subject=[^"]+http/.test(row) ? [] : ['expected a mailto: link with the address']),
      ...(buttons.length === 2 && buttons.every((button) => /\shidden\b/.test(button))
        ? []
        : [`expected two buttons that wait for script, got ${buttons.join()}`]),
      ...(facts.scripts.length === 1 ? [] : [`expected one script, got ${facts.scripts.join()}`]),
      ...(headers['content-security-policy']?.includes(`script-src 'sha256-${hash}'; img-src`)
        ? []
        : ['expected a policy with this script and no other, and no leave to talk to anybody']),
      ...(weighs(row) <= limit.row ? [] : [`expected a row of ${limit.row} bytes, got ${weighs(row)}`]),
      ...(qr !== '' && weighs(qr) <= limit.qr
        ? []
        : [`expected a QR of ${limit.qr} bytes, got ${weighs(qr)}`]),
    ]
  },
}
