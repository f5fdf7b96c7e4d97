/** Secret addresses of feeds. The token itself is never kept, only its hash; a revoked one leaves nothing behind. */
import { randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './engine.ts'
import { instantText } from './instant.ts'

export interface FeedToken {
  /** To name it by when it is revoked; it opens nothing. */
  readonly id: string
  /** The slug of the course. */
  readonly course: string
  /** An instant as text. */
  readonly addedAt: string
}

export async function addFeedToken(
  db: Database,
  token: { tokenHash: string; course: string; now: Temporal.Instant },
): Promise<FeedToken> {
  const { tokenHash, course, now } = token
  const id = randomBytes(4).toString('hex')
  const addedAt = instantText(now)
  await db
    .insertInto('feed_tokens')
    .values({ id, token_hash: tokenHash, course, added_at: addedAt })
    .execute()
  return { id, course, addedAt }
}

/** The course that a token opens, by its slug; nothing when nobody gave it out, or it was revoked. */
export async function findFeedCourse(db: Database, tokenHash: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('feed_tokens')
    .select('course')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row?.course
}

export async function listFeedTokens(db: Database): Promise<FeedToken[]> {
  const rows = await db
    .selectFrom('feed_tokens')
    .select(['id', 'course', 'added_at'])
    .orderBy('course')
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, course, added_at }) => ({ id, course, addedAt: added_at }))
}

/** @returns false when there is no such token */
export async function revokeFeedToken(db: Database, id: string): Promise<boolean> {
  const row = await db.deleteFrom('feed_tokens').where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}
