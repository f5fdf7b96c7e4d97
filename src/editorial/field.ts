/**
 * The kinds of field that content files share. Each field of each schema carries a Norwegian label, and a hint
 * where one helps, as metadata: the schema is the manual, and the CMS is built from it.
 */
import { z } from 'zod'

declare module 'zod' {
  interface GlobalMeta {
    /** What an editor sees above the field, in Norwegian. */
    label?: string
    /** One sentence below the field, in Norwegian. */
    hint?: string
    /** What one item of a list is called, in Norwegian. */
    one?: string
    /** What an editor sees instead of the values of an enum. */
    choices?: Readonly<Record<string, string>>
    /** How an editor fills it in, where the kind of the field alone does not say. */
    input?: Input
  }
}

/**
 * `today` is a day that is today's in something new, `activityDate` one of the dates of the same file, `changes` what
 * became different on them, `path` a page of this site, `law` the short name of a law, `words` a list of short words on
 * one line, `paragraph` text of several lines, `picture` a file in the folder for pictures, `yesNo` a yes, a no or nothing.
 */
type Input =
  | 'day'
  | 'today'
  | 'activityDate'
  | 'changes'
  | 'time'
  | 'path'
  | 'law'
  | 'words'
  | 'paragraph'
  | 'picture'
  | 'yesNo'

/** A calendar day in Oslo, `2026-07-02`. YAML hands unquoted dates over as Date objects; both are accepted. */
export const day = () =>
  z.preprocess(
    (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
    z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
        error: 'Skriv datoen slik: 2026-07-02',
        abort: true,
      })
      .refine((date) => new Date(date).toISOString().startsWith(date), 'Datoen finnes ikke i kalenderen')
      .meta({ input: 'day' }),
  )

/** A wall time in Oslo, `"12:00"`, in quotes in the file. */
export const wallTime = () =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Skriv klokkeslettet slik: "12:00"')
    .meta({ input: 'time' })

/** Text that must not be empty. */
export const text = () => z.string().trim().min(1, 'Må fylles ut')

/** A full web address. */
export const webAddress = () =>
  z.url({ protocol: /^https$/, error: 'Skriv hele adressen, med https:// først' })

/** A Norwegian phone number as people read it aloud, `90 90 48 48`, `116 111` or `02040`: not the zeros of a template. */
export const phone = () =>
  z.string().regex(/^(?![0 ]+$)[\d ]{3,11}$/, 'Skriv nummeret med mellomrom, slik: 90 90 48 48')

/** A path on this site, `/rettigheter/avlastning/`. */
export const sitePath = () =>
  z
    .string()
    .regex(/^\/([a-z0-9-]+\/)*$/, 'Skriv stien slik: /rettigheter/avlastning/')
    .meta({ input: 'path' })

/** The optional form of a field. The CMS writes an empty field as "" or null: both mean nothing. */
export function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())
}
