/**
 * Words that were typed and not saved. Decap keeps them in the browser and offers them when the text is opened again; but
 * it does not wait for the text, which comes after them and takes their place. So the offer is held back until the text
 * is there.
 */
import type { Action, Stand } from './door.ts'

interface Offer {
  readonly entry?: { readonly path?: string }
}

/** @param onRestored hears the path of a text whose words are back */
export const offerKeptWordsLast =
  (onRestored: (path: string) => void): Stand =>
  (store) => {
    let isThere = false
    let offer: Action | undefined
    let path = ''

    return (action) => {
      switch (action.type) {
        case 'DRAFT_DISCARD':
          isThere = false
          offer = undefined
          break
        case 'DRAFT_LOCAL_BACKUP_RETRIEVED':
          path = (action.payload as Offer | undefined)?.entry?.path ?? ''
          if (isThere) break
          offer = action
          return action
        case 'DRAFT_CREATE_FROM_LOCAL_BACKUP':
          onRestored(path)
      }
      const done = store.dispatch(action)
      if (/^DRAFT_CREATE_(FROM_ENTRY|EMPTY)$/.test(action.type)) {
        isThere = true
        const held = offer
        offer = undefined
        if (held) store.dispatch(held)
      }
      return done
    }
  }
