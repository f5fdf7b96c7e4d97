/** The published texts, for the rounds that look after them. */
import { addressOf, editAddress } from '#editing/address.ts'
import { kindAt } from '#editing/kind-at.ts'
import { titleOf } from '#editing/title.ts'
import { type KeptUp, upkeepOf } from '#editorial/report/upkeep.ts'
import type { KeptTexts } from '#intake/round.ts'
import { checkLinks } from '#publish/check-links.ts'
import { readContentFiles } from '#publish/content-files.ts'
import { listLinks } from '#publish/links.ts'
import { findPublicAddresses } from '#publish/public-host.ts'

interface Options {
  readonly municipality: string
  /** The folder with the texts as they are published now. */
  readonly folder: () => Promise<string>
  /** Whether other hosts may be asked: not from a demonstration, and not from a test. */
  readonly asksOthers: boolean
  readonly tidy?: KeptTexts['tidy']
}

export function openTexts({ municipality, folder, asksOthers, tidy }: Options): KeptTexts {
  const read = async () => readContentFiles(await folder(), municipality)
  return {
    upkeep: async (gone, today) => upkeepOf(await keptUp(await read(), municipality), gone, today),
    ...(tidy && { tidy }),
    ...(asksOthers && {
      async askLinks(signal) {
        const options = { find: findPublicAddresses, signal }
        const outcomes = await checkLinks(listLinks(await read()).keys(), options)
        return outcomes.filter(({ state }) => state === 'gone')
      },
    }),
  }
}

async function keptUp(
  files: Awaited<ReturnType<typeof readContentFiles>>,
  municipality: string,
): Promise<KeptUp[]> {
  const links = [...listLinks(files)]
  return files.map(({ file, path, text, data }) => {
    const at = `content/${path}`
    const kind = kindAt(at, municipality)
    const { owner, reviewBy } = (data ?? {}) as Record<string, unknown>
    return {
      title: titleOf(at, text, kind?.label),
      owner: typeof owner === 'string' ? owner : 'koordinator',
      reviewBy: typeof reviewBy === 'string' ? reviewBy : undefined,
      links: links.flatMap(([url, named]) => (named.includes(file) ? [url] : [])),
      href: kind && addressOf(kind.name, at),
      edit: editAddress(at, municipality),
    }
  })
}
