import { expect, test } from 'vitest'
import type { Action, Store } from '../../../admin/door.ts'
import { showSavedTexts } from '../../../admin/saved-texts.ts'

/** Decap with a text open, and what its list hears. */
function openText(slug: string) {
  const heard: Action[] = []
  const entry = { slug, data: { name: 'Frivilligsentralen' } }
  const store: Store = {
    dispatch: (action) => heard.push(action),
    getState: () => ({ entryDraft: { get: () => ({ toJS: () => entry }) } }),
  }
  const send = showSavedTexts(store)
  const save = () => {
    send({ type: 'ENTRY_PERSIST_REQUEST' })
    send({ type: 'ENTRY_PERSIST_SUCCESS', payload: { collectionName: 'partners' } })
  }
  return { entry, save, inList: () => heard.filter(({ type }) => type === 'ENTRY_SUCCESS') }
}

test('a text that was saved goes into its list as it is now', () => {
  const { entry, save, inList } = openText('frivilligsentralen')
  save()
  expect(inList()).toEqual([{ type: 'ENTRY_SUCCESS', payload: { collection: 'partners', entry } }])
})

test('a new text is left to Decap, which gives it its address', () => {
  const { save, inList } = openText('')
  save()
  expect(inList()).toEqual([])
})
