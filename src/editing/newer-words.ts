/** What an upgrade brought and did not set in, as a group of the editorial report. */
import type { FindingGroup } from '#editorial/report/finding.ts'
import { hasTexts } from './copy.ts'
import { openRepository } from './repository.ts'
import { listKept } from './shipped.ts'

interface Place {
  readonly dataFolder: string
  /** Where programs are found, as in PATH. */
  readonly searchPath: string
  readonly municipality: string
}

/**
 * @param seen path → the version of the program's words that somebody has seen
 * @returns no findings where no texts are edited
 */
export async function newerWords(
  place: Place,
  seen: ReadonlyMap<string, string> = new Map(),
): Promise<FindingGroup> {
  const all = hasTexts(place) ? await listKept(await openRepository(place), place.municipality) : []
  const kept = all.filter(({ path, shipped }) => seen.get(path) !== shipped)
  return {
    title: 'Nyere ord fra programmet',
    todo: 'Dere har endret disse selv, og deres ord står. Linjer med - er deres, og linjer med + er nye. Ta inn det dere vil ha, og lagre teksten.',
    findings: kept.map(({ path, title, difference }) => ({
      file: path,
      lines: [`«${title}»`, ...changedLines(difference)],
    })),
  }
}

const changedLines = (difference: string) => difference.split('\n').filter((line) => /^[-+]/.test(line))
