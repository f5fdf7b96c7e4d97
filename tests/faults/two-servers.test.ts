/** Two servers of one deployment, and people who press twice, reload, and have two tabs open. */
import { describe, expect, test } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { addStaff } from '#db/staff.ts'
import { keyField } from '#forms/view.ts'
import { newFormKey } from '#intake/form-key.ts'
import { databases, now, openFresh } from '../db/databases.ts'
import { startSite } from '../site-server.ts'
import { type FormPage, filledIn, formPages, wordOf } from './filled-in.ts'
import { patience, size } from './size.ts'

/** @returns where each was led; the address of the receipt without what comes after it */
const sendAll = (origins: readonly string[], { path }: FormPage, bodies: readonly Record<string, string>[]) =>
  Promise.all(
    bodies.flatMap((body) =>
      origins.map(async (origin) => {
        const init = { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' } as const
        const { status, headers } = await fetch(origin + path, init)
        return `${status} ${headers.get('location')?.replace(/[?#].*/, '')}`
      }),
    ),
  )

describe.each(databases)('On $name', (database) => {
  test('what is sent to both at once, with one key or many, is one submission of every form', {
    timeout: patience,
  }, async () => {
    const { db, vault, options } = await openFresh(database)
    const person = { name: 'R', email: 'r@fjordvik.example', role: 'coordinator', now } as const
    await addStaff(db, vault, person)
    const variables = {
      PUSTEROM_DATA: options.dataFolder,
      PUSTEROM_KEY: options.key.toString('base64'),
      ...(options.databaseUrl && { DATABASE_URL: options.databaseUrl }),
    }
    const servers = await Promise.all([startSite('fjordvik', variables), startSite('fjordvik', variables)])
    try {
      const origins = servers.map(({ origin }) => origin)
      const newKey = () => newFormKey({ vault, now: () => now })
      let firstKey = ''
      for (const page of formPages) {
        const key = page.form.furtherTo ? firstKey : newKey()
        if (page.form.definition.more) firstKey = key
        const typed = filledIn(page, wordOf(7))
        const same = Array.from({ length: size.repeats }, () => ({ ...typed, [keyField]: key }))
        const other = page.form.furtherTo ? [] : same.map(() => ({ ...typed, [keyField]: newKey() }))
        const answers = await sendAll(origins, page, [...same, ...other])
        expect(answers[0]).toMatch(/^303 \/.+\/kvittering\/[\w-]{9}\/$/)
        expect(new Set(answers).size, page.path).toBe(1)
      }
    } finally {
      await Promise.all(servers.map(({ stop }) => stop()))
    }
    const again = await openDatabase(options)
    const kept = await again.db.selectFrom('submissions').select('form').execute()
    const firstPages = formPages.filter(({ form }) => !form.furtherTo)
    expect(kept.map(({ form }) => form).sort()).toEqual(
      firstPages.map(({ form }) => form.definition.key).sort(),
    )
    await again.close()
  })
})
