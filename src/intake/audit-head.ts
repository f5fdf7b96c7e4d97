/** Says each day where the audit log ends, so that it is noted where whoever can write to the database cannot. */
import { getAuditHead } from '#db/audit.ts'
import type { Round } from './round.ts'

export const notingAuditHead: Round = {
  name: 'audit-head',
  everyMinutes: 24 * 60,
  async run({ db, log }) {
    const { number, hash } = await getAuditHead(db)
    log.info({ number, hash }, 'the audit log ends here')
  },
}
