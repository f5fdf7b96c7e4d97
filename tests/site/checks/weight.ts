import { gzipSync } from 'node:zlib'
import type { Check } from '../check.ts'
import { isShared } from './share.ts'

/** Ten packets: what a server may send before it must wait for the phone to answer. */
const pageLimit = 14_600
const cssLimit = 5_000
/**
 * Pages that work without script, where it keeps answers or ticks on the reader's own device or is a faster way out. The
 * script of pages that may be passed on has a check of its own, in share.ts.
 */
const mayRunScript =
  /^\/(finn-hjelp|infoskjerm|sok)\/$|^\/modellen\/(vedlegg|kursmappe)\/[^/]+\/$|^\/([a-z]{2}\/)?(tilbud\/)?(barn|unge|barn-og-unge)\//

/** The search has a script of its own; the screen in a lobby asks for dates; flyers are shown small, when they come near. */
const mayFetch = (path: string, asked: string) =>
  (path === '/sok/' && asked.startsWith('/_assets/')) ||
  (path === '/plakater/' && /^\/plakater\/[^/]+\/liten\.webp$/.test(asked)) ||
  (path === '/infoskjerm/' && asked === '/kalender.json')

export const weight: Check = {
  name: 'is light: one request, no cookie, no script, no other host',
  find: ({ gzipBytes, requests, cookies, headers, facts, origin, path }) => {
    const css = gzipSync(facts.styles.join('\n')).length
    return [
      ...(headers['content-encoding'] ? [] : ['expected a compressed answer']),
      ...(gzipBytes > pageLimit ? [`expected at most ${pageLimit} bytes compressed, got ${gzipBytes}`] : []),
      ...(css > cssLimit ? [`expected at most ${cssLimit} bytes of CSS with gzip, got ${css}`] : []),
      ...requests
        .filter((url) => url !== origin + path && !mayFetch(path, url.slice(origin.length)))
        .map((url) => `expected one request, got also ${url}`),
      ...cookies.map((name) => `expected no cookie, got ${name}`),
      ...(mayRunScript.test(path) || isShared(path) ? [] : facts.scripts).map(
        (script) => `expected no script, got ${script}`,
      ),
      ...(facts.inlineStyles > 0 ? [`expected no style attribute, got ${facts.inlineStyles}`] : []),
    ]
  },
}
