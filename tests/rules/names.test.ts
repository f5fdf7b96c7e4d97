import { expect, test } from 'vitest'
import { declaredNames, files, sourceFiles, wordsOf } from './source.ts'

/** Words that fit anything and therefore say nothing. */
const empty = /^(utils?|helpers?|common|misc|core|managers?|services?|handlers?)$/
const isEmpty = (name: string) => wordsOf(name).some((word) => empty.test(word))

test('no file or folder has a name that fits anything', () => {
  const ours = files.filter((file) => /^(src|tests|admin)\//.test(file))
  expect(ours.length).toBeGreaterThan(30)
  expect(ours.filter((file) => file.split('/').some((part) => isEmpty(part)))).toEqual([])
})

test('no type or top-level name of ours fits anything', () => {
  const names = sourceFiles.flatMap(declaredNames).filter(({ name }) => isEmpty(name))
  expect(names).toEqual([])
})

test('file names are ASCII, without spaces', () => {
  expect(files.filter((file) => !/^[\w./[\]-]+$/.test(file))).toEqual([])
})
