/**
 * What no text can know by itself: that what it names is there. Asked before a change is published, for a build would
 * only find out afterwards, or not at all.
 */
import { mainLocale } from '#editorial/site.ts'
import type { Desk } from './desk.ts'
import { kindAt } from './kind-at.ts'
import { madePages, type Name, nameOf, namesIn } from './names.ts'
import { Refused } from './refused.ts'
import { titleOf } from './title.ts'
import { type Changes, listFiles, readBlobs } from './tree.ts'

/** Addresses that only texts answer at. Below others there are pages that no list knows: months, lists, sign-ups. */
const ofTexts =
  /^\/(?:[a-z]{2}\/)?(?:rettigheter|er-du-parorende|unge|barn|om|for-ansatte|kafe|kurs|plakater|modellen(?:\/vedlegg|\/kursmappe)?)\/[a-z0-9-]+\/$/
/** The program's own, which texts rarely name. */
const ofProgram = /^\/(?:koordinator|admin|barn-og-unge|kalender|media|api|p)\/$/
const isAddress = (name: Name) => name.endsWith('/')
/** Whether it is known to lead nowhere when no text and no list has it. */
const isJudged = (name: Name) =>
  !isAddress(name) || ofTexts.test(name) || (/^\/[a-z0-9-]{3,}\/$/.test(name) && !ofProgram.test(name))

/**
 * @param at the commit that the change comes on top of
 * @throws {Refused} naming every text that would lead nowhere, and where
 */
export async function expectTogether(
  { repository, municipality }: Pick<Desk, 'repository' | 'municipality'>,
  at: string,
  changes: Changes,
): Promise<void> {
  const before = new Map((await listFiles(repository, at)).map(({ path, blob }) => [path, blob]))
  const after = new Map<string, string>(before)
  for (const [path, blob] of changes) {
    if (blob) after.set(path, blob)
    else after.delete(path)
  }
  const there = new Set([...madePages(localesOf(after)), ...namesOf([...after.keys()])])
  const lost = new Set(namesOf([...before.keys()].filter((path) => !after.has(path))))
  for (const name of there) lost.delete(name)
  const asked = lost.size > 0 ? [...after.keys()] : [...changes.keys()].filter((path) => after.has(path))
  const texts = asked.filter((path) => kindAt(path, municipality))
  const contents = await readBlobs(
    repository,
    texts.map((path) => after.get(path) as string),
  )
  const problems = texts.flatMap((path, index) => {
    const text = String(contents[index])
    const title = titleOf(path, text, kindAt(path, municipality)?.label)
    return [...namesIn(path, text)].flatMap((name) => {
      if (lost.has(name)) return `«${title}» viser til ${sayName(name)}. Fjern det der først.`
      return changes.has(path) && isJudged(name) && !there.has(name) ? sayNowhere(title, name) : []
    })
  })
  if (problems.length > 0) throw new Refused(422, problems.join('\n'))

  function namesOf(paths: readonly string[]): Name[] {
    return paths.flatMap((path) => nameOf(path, municipality) ?? [])
  }
}

const localesOf = (files: ReadonlyMap<string, string>): string[] =>
  [...files.keys()].flatMap((path) => /^content\/pages\/([^/]+)\/interface\.yaml$/.exec(path)?.[1] ?? [])

/** @example sayName('contact nb nav') // 'tilbudet «nav»' */
export function sayName(name: Name): string {
  if (name.startsWith('/media/')) return `bildet ${name.slice('/media/'.length)}`
  if (isAddress(name)) return name
  const [kind, ...words] = name.split(' ')
  return kind === 'law' ? `loven «${words.at(-1)}»` : `tilbudet «${words.at(-1)}»`
}

function sayNowhere(title: string, name: Name): string {
  if (isAddress(name))
    return `«${title}»: lenken ${name} fører ingen steder. Rett adressen, eller fjern lenken.`
  const [kind, locale] = name.split(' ')
  if (kind === 'contact' && locale !== mainLocale)
    return `«${title}»: ${sayName(name)} er ikke oversatt. Oversett det først, eller velg et annet.`
  return `«${title}»: ${sayName(name)} finnes ikke. Velg et annet.`
}
