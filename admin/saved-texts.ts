/**
 * A text that was saved, in the list that it was opened from. Decap fetches a list once, and would go on calling the
 * text what it was called before.
 */
import type { Stand } from './door.ts'

/** The parts of Decap's state that we read: maps of Immutable. */
interface State {
  readonly entryDraft: { get(name: 'entry'): { toJS(): Entry } }
}
interface Entry {
  /** Empty for a text that is new; Decap fetches that one by itself. */
  readonly slug: string
}

export const showSavedTexts: Stand = (store) => {
  let saving: Entry | undefined

  return (action) => {
    if (action.type === 'ENTRY_PERSIST_REQUEST')
      saving = (store.getState() as State).entryDraft.get('entry').toJS()
    const done = store.dispatch(action)
    if (action.type === 'ENTRY_PERSIST_SUCCESS' && saving?.slug) {
      const { collectionName: collection } = action.payload as { collectionName: string }
      store.dispatch({ type: 'ENTRY_SUCCESS', payload: { collection, entry: saving } })
    }
    return done
  }
}
