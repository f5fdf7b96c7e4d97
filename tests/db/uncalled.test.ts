import { describe, expect, test } from 'vitest'
import { addAuditLine } from '#db/audit.ts'
import { quarantineSubmission } from '#db/quarantine.ts'
import { addSubmission, addVersion } from '#db/submissions.ts'
import { countUncalled, listUncalled } from '#db/uncalled.ts'
import { databases, now, openFresh } from './databases.ts'

const form = 'changed-need-relative'

describe.each(databases)('On $name', (database) => {
  test('whoever nobody has called since the last change waits for a call; what is held waits elsewhere', async () => {
    const { db, vault } = await openFresh(database)
    const send = async (id: string, version: number, hours: number) => {
      const at = now.add({ hours })
      if (version === 1) await addSubmission(db, { id, form, reference: id.padEnd(8, 'A'), now: at })
      const content = { title: 'Noe er endret', answers: [] }
      await addVersion(db, vault, { id, version, answersFingerprint: `${id}${version}`, content, now: at })
    }
    const note = (act: string, row: string, hours: number) =>
      db.transaction().execute((trx) =>
        addAuditLine(trx, {
          actor: 'solveig',
          act,
          table: 'submissions',
          row,
          now: now.add({ hours }),
        }),
      )
    for (const id of ['A3', 'A4', 'A6']) await send(id, 1, 0)
    await quarantineSubmission(db, { id: 'A6', reason: 'fast', now })
    expect(await countUncalled(db, form)).toBe(2)
    expect(await countUncalled(db, 'changed-need-volunteer')).toBe(0)

    await note('read', 'A3', 1)
    expect(await countUncalled(db, form)).toBe(2)
    await note('note-call', 'A3', 1)
    expect(await countUncalled(db, form)).toBe(1)
    await send('A3', 2, 2)
    expect(await countUncalled(db, form, 'changed-need-volunteer')).toBe(2)
    const list = (limit: number) => listUncalled(db, vault, { forms: [form], limit })
    // The change came after the other had waited.
    expect((await list(9)).map(({ id, version }) => [id, version])).toEqual([
      ['A4', 1],
      ['A3', 2],
    ])
    expect(await list(1)).toHaveLength(1)
  })
})
