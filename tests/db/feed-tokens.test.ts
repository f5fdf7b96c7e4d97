import { describe, expect, test } from 'vitest'
import { addFeedToken, findFeedCourse, listFeedTokens, revokeFeedToken } from '#db/feed-tokens.ts'
import { databases, now, openFresh } from './databases.ts'

describe.each(databases)('on $name a secret address', (database) => {
  test('opens its course until it is revoked, and the others stay', async () => {
    const { db } = await openFresh(database)
    const first = await addFeedToken(db, { tokenHash: 'hash-1', course: 'ovelse', now })
    const second = await addFeedToken(db, {
      tokenHash: 'hash-2',
      course: 'ovelse',
      now: now.add({ hours: 1 }),
    })
    expect(await findFeedCourse(db, 'hash-1')).toBe('ovelse')
    expect(await listFeedTokens(db)).toEqual([first, second])

    expect(await revokeFeedToken(db, first.id)).toBe(true)
    expect(await findFeedCourse(db, 'hash-1')).toBeUndefined()
    expect(await findFeedCourse(db, 'hash-2')).toBe('ovelse')
    expect(await revokeFeedToken(db, first.id)).toBe(false)
  })

  test('that nobody gave out opens nothing', async () => {
    const { db } = await openFresh(database)
    expect(await findFeedCourse(db, 'hash')).toBeUndefined()
    expect(await listFeedTokens(db)).toEqual([])
  })
})
