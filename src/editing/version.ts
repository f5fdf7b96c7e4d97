/** Nobody saves over words that she has not seen. */
import { Temporal } from 'temporal-polyfill'
import { clock, longDate } from '#calendar/norwegian.ts'
import type { Desk, Editor } from './desk.ts'
import { Refused } from './refused.ts'
import { findBlob } from './tree.ts'

/** A file that an editor is about to change. */
interface Changing {
  readonly path: string
  /** The version that she changed; null for a new file. Without it, the one that she was last given. */
  readonly base?: string | null | undefined
  /** What she makes of it. */
  readonly blob: string | undefined
}

/**
 * @param at the commit that the change comes on top of
 * @throws {Refused} when the file there is neither what she began from, nor what she makes of it
 */
export async function expectSeen(
  { repository, openings }: Desk,
  editor: Editor,
  at: string,
  { path, base, blob }: Changing,
): Promise<void> {
  const there = await findBlob(repository, at, path)
  const seen = base === undefined ? openings.find(editor.id, path) : (base ?? undefined)
  if (there === seen || there === blob) return
  if (there && !seen)
    throw new Refused(
      409,
      'Det finnes alt en side med dette navnet, og den er ikke åpnet her. Gi siden et annet navn, eller åpne den som finnes. Ingenting er lagret.',
    )
  throw new Refused(
    409,
    `${await lastTouch({ repository }, at, path)} mens du skrev. Ingenting er overskrevet, og teksten din er ikke lagret. Kopier det du har skrevet, åpne siden på nytt, og legg det inn der.`,
  )
}

/** @example 'Kari Fjordheim endret siden lørdag 21. november kl. 14.02' */
export async function lastTouch(
  { repository }: Pick<Desk, 'repository'>,
  at: string,
  path: string,
): Promise<string> {
  const format = '--format=%an%x00%ct'
  const log = (await repository.git(['log', '-1', format, at, '--', path])).toString()
  const [name = '', seconds] = log.trim().split('\0')
  const time = Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000).toZonedDateTimeISO(
    'Europe/Oslo',
  )
  const done = (await findBlob(repository, at, path)) ? 'endret' : 'slettet'
  return `${name} ${done} siden ${longDate(time.toPlainDate())} kl. ${clock(time)}`
}
