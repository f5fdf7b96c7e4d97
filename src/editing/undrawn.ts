/** Which texts a build stopped at, when each fits by itself: pages that could not be drawn of them. */
import type { Stop } from '#publish/journal.ts'
import { pageOf } from './address.ts'
import { nameOf, namesIn } from './names.ts'
import { titleOf } from './title.ts'
import { sayName } from './together.ts'

const message =
  'siden kan ikke lages slik den er nå. Rett det som ble endret sist, eller si fra til den som drifter nettstedet'

/**
 * @param said what the build said: a line that begins with an address names a page, see src/publish/draw.ts
 * @param texts path below the root of the repository → text
 * @example findUndrawn('/rettigheter/avlastning/: expected a place, got none', texts, 'hamar')[0].title // 'Avlastning'
 */
export function findUndrawn(said: string, texts: ReadonlyMap<string, string>, municipality: string): Stop[] {
  const addresses = [...said.matchAll(/^(\/(?:[a-z0-9-]+\/)*): /gm)].map(([, address = '']) => address)
  const there = new Set([...texts.keys()].map((path) => nameOf(path, municipality)))
  return [...new Set(addresses)].map((address) => {
    const [path, text] = [...texts].find(([each]) => pageOf(each, municipality) === address) ?? ['', '']
    const gone = [...namesIn(path, text)].filter((name) => /^(law|contact) /.test(name) && !there.has(name))
    return {
      path,
      title: path ? titleOf(path, text) : address,
      message: gone.map((name) => `${sayName(name)} finnes ikke. Velg et annet`).join('. ') || message,
    }
  })
}
