import { pino } from 'pino'
import { expect, test } from 'vitest'
import { addAuditLine, getAuditHead } from '#db/audit.ts'
import { notingAuditHead } from '#intake/audit-head.ts'
import { databases, now, openFresh } from '../db/databases.ts'

test.each(databases)(
  'On $name the log of the server says once a day where the audit log ends',
  async (database) => {
    const { db, vault } = await openFresh(database)
    const line = { actor: 'system', act: 'close', table: 'referrals', row: 'a', now }
    await db.transaction().execute((trx) => addAuditLine(trx, line))
    const written: string[] = []
    const log = pino({ base: undefined }, { write: (text: string) => void written.push(text) })
    const premises = { db, vault, log, now: () => now, origin: '', edition: async () => undefined }
    await notingAuditHead.run(premises)
    expect(notingAuditHead.everyMinutes).toBe(1440)
    expect(written.map((text) => JSON.parse(text))).toMatchObject([await getAuditHead(db)])
  },
)
