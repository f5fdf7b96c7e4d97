import { describe, expect, test } from 'vitest'
import { countByChannel } from '#db/channels.ts'
import { findTraces } from '#db/person.ts'
import { quarantineSubmission } from '#db/quarantine.ts'
import { addSubmission, addVersion } from '#db/submissions.ts'
import { databases, now, openFresh } from './databases.ts'

describe.each(databases)('On $name', (database) => {
  test('submissions are counted by the flyer that brought them, in days of Oslo, without those held back', async () => {
    const { db } = await openFresh(database)
    let number = 0
    const send = async (form: string, channel: string | undefined, at = now) => {
      const id = `id-${++number}`
      await addSubmission(db, { id, form, channel, reference: `REFERENCE${number}`, now: at })
      return id
    }
    await send('volunteer', 'tannlege')
    await send('coffee', 'tannlege')
    await send('volunteer', undefined)
    await send('feedback', 'tannlege')
    await send('volunteer', 'avis', now.subtract({ hours: 24 * 365 }))
    await quarantineSubmission(db, { id: await send('volunteer', 'avis'), reason: 'trap', now })

    const today = now.toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString()
    const counted = await countByChannel(db, { forms: ['volunteer', 'coffee'], from: today, until: today })
    expect(new Map(counted.map(({ channel, count }) => [channel, Number(count)]))).toEqual(
      new Map([
        ['tannlege', 2],
        [null, 1],
      ]),
    )
  })

  test('whoever asks what is kept about her is told which flyer it was', async () => {
    const { db, vault } = await openFresh(database)
    const answers = [
      { key: 'name', kind: 'name', question: 'Hva heter du?', value: 'Nina Ny', text: 'Nina Ny' },
    ]
    for (const channel of ['avis', undefined]) {
      const id = `id-${channel}`
      await addSubmission(db, { id, form: 'coffee', channel, reference: `R${channel}`, now })
      const content = { title: 'Ta en kaffe først', answers }
      await addVersion(db, vault, { id, version: 1, answersFingerprint: id, content, now })
    }
    const traces = await findTraces(db, vault, { name: 'Nina Ny' }, {} as never)
    const asked = { label: 'Hva heter du?', text: 'Nina Ny' }
    expect(new Set(traces.map(({ lines }) => lines))).toEqual(
      new Set([[asked, { label: 'Kom fra plakat', text: 'avis' }], [asked]]),
    )
  })
})
