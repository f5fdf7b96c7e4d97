import { expect, test } from 'vitest'
import { files, read } from './source.ts'

/** Pages of one record, by its id or reference; those that open nothing sealed show nobody. */
const pages = files.filter((file) => /^src\/pages\/koordinator\/.*\[(id|reference)\].*\.astro$/.test(file))
const notes = /\b(noteRead|openMatch|findReferralFor|findVolunteerFor)\(/

test('every page that shows one person’s record notes in the audit log that it was read', () => {
  expect(pages.length).toBeGreaterThan(20)
  const showing = pages.filter((file) => /\bvault\b|openMatch/.test(read(file)))
  expect(showing.length).toBeGreaterThan(pages.length / 2)
  expect(showing.filter((file) => !notes.test(read(file)))).toEqual([])
})
