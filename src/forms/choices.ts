/**
 * Lists of choices that several forms share. What a volunteer offers is compared with what a family needs, key by
 * key, so a key means the same everywhere. Each form has its own words for them.
 */

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** Until noon, from noon to five, after that. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** A part of a day of the week, `mon-morning`. */
export type TimeKey = `${Weekday}-${DayPart}`

/** Every part of every day, Monday morning first. */
export const timeKeys: readonly TimeKey[] = weekdays.flatMap((day) =>
  dayParts.map((part): TimeKey => `${day}-${part}`),
)

/** What a volunteer does. Never health care, which is the municipality's. */
export const kindsOfHelp = ['company', 'walk', 'outing', 'activity', 'errand'] as const

/** No faith and no politics: they are special categories (GDPR, article 9), and no volunteer needs to tell them here. */
export const interests = [
  'nature',
  'music',
  'sport',
  'games',
  'reading',
  'handicraft',
  'food',
  'garden',
  'animals',
  'history',
] as const

/** Languages beside Norwegian, by their tag of BCP 47; `sgn` is sign language. */
export const languages = ['en', 'de', 'se', 'pl', 'uk', 'ru', 'ar', 'so', 'ti', 'fa', 'sgn'] as const

/** What somebody cannot have in a home. */
export const limits = ['stairs', 'pets', 'smoke'] as const

/** What changes in an arrangement that runs. */
export const changes = ['times', 'more', 'less', 'pause', 'end', 'other'] as const
