/** The texts as pages ask for them, kind by kind. */
import type { KindName } from '#editing/kinds.ts'
import { currentTexts } from './scope.ts'
import type { Text } from './text.ts'

/** A text of one kind, or of one of several. */
export type CollectionEntry<Name extends KindName> = { [Each in Name]: Text<Each> }[Name]

/** @param isWanted leave it out for all of them */
export async function getCollection<Name extends KindName>(
  name: Name,
  isWanted: (text: CollectionEntry<Name>) => boolean = () => true,
): Promise<CollectionEntry<Name>[]> {
  const texts = (await currentTexts())[name] as readonly CollectionEntry<Name>[]
  return texts.filter(isWanted)
}
