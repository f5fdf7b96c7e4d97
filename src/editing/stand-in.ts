/**
 * What the site shows of a text that does not fit the program, as after an upgrade, until an editor has set it right.
 * Her words stay in the repository as they are.
 */
import { parse, stringify } from 'yaml'
import type { z } from 'zod'
import type { HeldBack } from '#publish/journal.ts'
import { checkText, frontOf } from './check-text.ts'
import { fitFields } from './fit-fields.ts'
import { kindAt } from './kind-at.ts'
import { isRemovable, root } from './place.ts'
import { type Repository, shippedRef } from './repository.ts'
import { readText } from './tree.ts'

/** Without a text the site goes without the page. */
type StandIn = Pick<HeldBack, 'shows'> & { readonly text: string | undefined }

/**
 * @param path below the root of the repository
 * @param own the text that does not fit, or that no page can be drawn of
 * @returns nothing where the site cannot be without the text, and none that fits is to be had
 */
export async function findStandIn(
  repository: Repository,
  municipality: string,
  path: string,
  own: string,
): Promise<StandIn | undefined> {
  const kind = kindAt(path, municipality)
  if (!kind) return undefined
  const { schema } = kind
  const shipped = await readText(repository, shippedRef, path)
  const fits = (text: string) => checkText(path, schema, text).length === 0
  // Nobody else's words are true of a municipality, and those that came with the program may be old.
  const isOwn = shipped === undefined || path.startsWith(`${root}/municipalities/`)
  const rest = fits(own) ? undefined : fitText(path, schema, own, shipped, isOwn)
  if (rest !== undefined && fits(rest)) return { shows: 'rest', text: rest }
  if (!isOwn && fits(shipped)) return { shows: 'shipped', text: shipped }
  return isRemovable(kind, path) ? { shows: 'nothing', text: undefined } : undefined
}

/** The text with other fields, and its prose as it is. */
function fitText(path: string, schema: z.ZodType, own: string, shipped: string | undefined, isOwn: boolean) {
  const read = (text = '') => parse(frontOf(path, text) ?? '')
  try {
    const front = frontOf(path, own)
    const fields = front && fitFields(schema, read(own), read(shipped), isOwn)
    return fields ? own.replace(front, () => stringify(fields)) : undefined
  } catch {
    return undefined
  }
}
