import { describe, expect, test } from 'vitest'
import { feedback } from '#forms/feedback.ts'
import { keyField } from '#forms/view.ts'
import { receive } from '#intake/receive.ts'
import { databases } from '../db/databases.ts'
import { fields, shippedForm } from '../forms/fjordvik.ts'
import { addPerson, listMail, openDesk, sender } from './desk.ts'

const form = {
  ...shippedForm(feedback),
  pages: [
    { href: '/rettigheter/bpa/', title: 'BPA', owner: 'Tildelingskontoret' },
    { href: '/rettigheter/avlastning/', title: 'Avlastning', owner: 'redaktør' },
    { href: '/kafe/', title: 'Kafé' },
  ],
  mailboxes: [{ role: 'tildelingskontoret', email: 'tildeling@fjordvik.example' }],
}

describe.each(databases)('On $name what somebody writes about a page', (database) => {
  test.each([
    ['/rettigheter/bpa/', 'tildeling@fjordvik.example'],
    ['/rettigheter/avlastning/', 'eirik@fjordvik.example'],
    ['/kafe/', 'kari@fjordvik.example'],
    ['', 'kari@fjordvik.example'],
  ])('lands with whoever keeps it up: %s', async (page, owner) => {
    const desk = await openDesk(database)
    await addPerson(desk.db, desk.vault, 'kari@fjordvik.example', 'coordinator')
    await addPerson(desk.db, desk.vault, 'eirik@fjordvik.example', 'editor')
    await receive(desk, sender, form, fields({ page, message: 'Lenken virker ikke', [keyField]: 'a' }))
    const [mail, ...more] = await listMail(desk.db, desk.vault)
    expect(more).toEqual([])
    expect(mail).toMatchObject({ to: owner, kind: 'feedback notice' })
    expect(mail?.text).toContain(`${sender.origin}/koordinator/tilbakemeldinger/\n`)
    expect(mail?.text).not.toContain('Lenken')
  })
})
