import { expect, test } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { listSeenWords, noteSeenWords } from '#db/seen-words.ts'
import { databases, now } from './databases.ts'

test.for(databases)(
  'of the newer words for a text the last that were seen count, on $name',
  async (database) => {
    const { db, close } = await openDatabase(await database.options())
    for (const [path = '', shipped = ''] of [
      ['a', '1'],
      ['b', '1'],
      ['a', '2'],
    ])
      await noteSeenWords(db, { path, shipped, now })
    expect([...(await listSeenWords(db))].sort()).toEqual([
      ['a', '2'],
      ['b', '1'],
    ])
    await close()
  },
)
