/**
 * What no text can know by itself: that the pages and pictures that it names are there. Asked before a change is
 * published, for a build would only find out afterwards.
 */
import { fixedPages } from '#editorial/section.ts'
import { addressOf } from './address.ts'
import type { Desk } from './desk.ts'
import { kindAt } from './kind-at.ts'
import { mediaFolder } from './place.ts'
import { Refused } from './refused.ts'
import { titleOf } from './title.ts'
import { type Changes, listFiles, readBlobs } from './tree.ts'

/** Kinds whose every file is a page of its own. */
const paged: readonly string[] = ['rights', 'articles', 'cafes', 'courses', 'attachments', 'courseFolder']

/** Addresses that only texts answer at. */
const ofTexts =
  /(?<![\w/.-])\/(?:[a-z]{2}\/)?(?:rettigheter|er-du-parorende|unge|barn|om|for-ansatte)\/[a-z0-9-]+\/(?![\w-])/g

/**
 * @param at the commit that the change comes on top of
 * @throws {Refused} naming every text that would lead nowhere, and where
 */
export async function expectTogether(desk: Desk, at: string, changes: Changes): Promise<void> {
  const { repository, municipality } = desk
  const before = new Map((await listFiles(repository, at)).map(({ path, blob }) => [path, blob]))
  const after = new Map<string, string | undefined>([...before, ...changes])
  for (const [path, blob] of changes) if (!blob) after.delete(path)
  const there = new Set(fixedPages.map(({ href }) => href))
  for (const path of after.keys()) for (const name of namesOf(path)) there.add(name)
  const gone = [...before.keys()].flatMap((path) => (after.has(path) ? [] : namesOf(path)))
  const lost = gone.filter((name) => !there.has(name))
  const asked = lost.length > 0 ? [...after.keys()] : [...changes.keys()].filter((path) => after.has(path))
  const texts = asked.filter((path) => kindAt(path, municipality))
  const contents = await readBlobs(
    repository,
    texts.map((path) => after.get(path) as string),
  )
  const problems = texts.flatMap((path, index) => {
    const text = String(contents[index])
    const named = lost.filter((name) => isNamed(name, text))
    const leading = changes.has(path) ? (text.match(ofTexts) ?? []).filter((link) => !there.has(link)) : []
    const title = titleOf(path, text, kindAt(path, municipality)?.label)
    return [...new Set([...named, ...leading])].map((name) => say(title, name, lost.includes(name)))
  })
  if (problems.length > 0) throw new Refused(422, `${problems.join('\n')}\nIngenting er endret.`)

  /** What other texts call it by. */
  function namesOf(path: string): string[] {
    if (path.startsWith(`${mediaFolder}/`)) return [path.slice('content'.length)]
    const kind = kindAt(path, municipality)
    const address = kind && paged.includes(kind.name) ? addressOf(kind.name, path) : undefined
    return address ? [address] : []
  }
}

/** `/en/rettigheter/…` is another page than `/rettigheter/…`. */
const isNamed = (name: string, text: string) => {
  const before = text.split(name).slice(0, -1)
  return before.some((part) => !/[\w/-]$/.test(part))
}

const say = (title: string, name: string, isLost: boolean) =>
  isLost
    ? `«${title}» viser til ${name}. Fjern det der først.`
    : `«${title}»: lenken ${name} fører ingen steder. Rett adressen, eller fjern lenken.`
