import { withdrawAbsence } from '#db/absences.ts'
import { actRoute } from '#server/act.ts'

export const prerender = false

export const POST = actRoute(({ params: { id = '' } }) => ({
  name: 'withdraw-absence',
  on: { table: 'absences', row: id },
  back: '/koordinator/fravaer/',
  done: 'fravær-bort',
  run: async (trx, { staffId: by, now }) =>
    (await withdrawAbsence(trx, id, { by, now })) ? undefined : { refused: 'endret' },
}))
