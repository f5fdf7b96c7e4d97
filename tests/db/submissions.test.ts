import { describe, expect, test } from 'vitest'
import { addSubmission, addVersion, listSubmissions } from '#db/submissions.ts'
import { databases, now, openFresh } from './databases.ts'

type Opened = Awaited<ReturnType<typeof openFresh>>

/** Sends `count` submissions, an hour apart, the first at `now`. */
async function send({ db, vault }: Opened, count: number) {
  for (let index = 0; index < count; index++) {
    const id = `id-${index}`
    const sentAt = now.add({ hours: index })
    await addSubmission(db, { id, form: 'volunteer', reference: `REFERENCE${index}`, now: sentAt })
    await change({ db, vault }, id, 1, index)
  }
}

function change({ db, vault }: Pick<Opened, 'db' | 'vault'>, id: string, version: number, hours: number) {
  const answer = {
    key: 'name',
    kind: 'name',
    question: `Hva heter du, gang ${version}?`,
    value: id,
    text: id,
  }
  const content = { title: 'Bli frivillig', answers: [answer] }
  return addVersion(db, vault, {
    id,
    version,
    answersFingerprint: `${version}`,
    content,
    now: now.add({ hours }),
  })
}

describe.each(databases)('On $name', (database) => {
  test('the newest submission is listed first, a page at a time', async () => {
    const opened = await openFresh(database)
    await send(opened, 5)
    const ids = async (limit: number, offset: number) =>
      (await listSubmissions(opened.db, opened.vault, { limit, offset })).map((each) => each.id)
    expect(await ids(2, 0)).toEqual(['id-4', 'id-3'])
    expect(await ids(2, 2)).toEqual(['id-2', 'id-1'])
    expect(await ids(2, 4)).toEqual(['id-0'])
    expect(await ids(2, 6)).toEqual([])
  })

  test('a changed submission is listed once, with the questions of the change, when it was changed', async () => {
    const opened = await openFresh(database)
    await send(opened, 3)
    await change(opened, 'id-0', 2, 10)
    const [first, ...rest] = await listSubmissions(opened.db, opened.vault)
    expect(rest.map((each) => each.id)).toEqual(['id-2', 'id-1'])
    expect(first).toMatchObject({
      id: 'id-0',
      version: 2,
      receivedAt: '2026-11-21T08:00:00.000Z',
      changedAt: '2026-11-21T18:00:00.000Z',
      answers: [{ question: 'Hva heter du, gang 2?' }],
    })
  })
})
