/** Norwegian writes compounds in one word, and people search for their last part: kafé, for pårørendekafé. */
import { stem } from './stem.ts'

/** A first part may be short (`syk`, `dag`); a last part that short would be found everywhere. */
const shortestHead = 3
const shortestTail = 4

/** Longer is no word that anybody writes, and takes time to part that doubles with every few letters. */
const longest = 40

/**
 * The parts of a compound, as far as the parts are words of the site themselves.
 *
 * @param full folded
 * @param isWord whether a stem is a word of its own
 * @returns nothing when the word is no compound
 * @example partsOf('besoksvenner', isWord) // ['besok', 'vener']
 */
export function partsOf(full: string, isWord: (stem: string) => boolean): string[] {
  if (full.length > longest) return []
  // The longest tail first: omsorgs-stønad before omsorgsstø-nad.
  for (let at = shortestHead; at <= full.length - shortestTail; at++) {
    const tail = full.slice(at)
    if (!isWord(stem(tail))) continue
    const head = full.slice(0, at)
    // A joint between the parts: omsorg-s-person, barn-e-pass.
    const first = [head, head.replace(/[se]$/, '')].find(
      (each) => each.length >= shortestHead && isWord(stem(each)),
    )
    if (first) return [first, tail]
    const inner = partsOf(head.replace(/s$/, ''), isWord)
    if (inner.length > 0) return [...inner, tail]
  }
  return []
}

/**
 * The last part of a compound whose first part is a word of the site, although the last one is not.
 *
 * @returns nothing when no first part is known
 * @example tailOf('ledsagerbevis', isWord) // 'bevis'
 */
export function tailOf(full: string, isWord: (stem: string) => boolean): string | undefined {
  for (let at = full.length - 5; at >= 5; at--) {
    const head = full.slice(0, at)
    if ([head, head.replace(/s$/, '')].some((each) => isWord(stem(each)))) return full.slice(at)
  }
  return undefined
}
