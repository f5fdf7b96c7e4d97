/**
 * Words that were typed and not saved. Decap keeps them in the browser and offers them when the text is opened again; but
 * it does not wait for the text, which comes after them and takes their place. So the offer is held back until the text
 * is there. Decap has one door to what happens in it, which is made for Redux DevTools.
 */
interface Action {
  readonly type: string
  readonly payload?: { readonly entry?: { readonly path?: string } }
}
interface Store {
  dispatch(action: Action): unknown
}
type MakeStore = (...start: unknown[]) => Store

/**
 * To be called before Decap is loaded.
 *
 * @param onRestored hears the path of a text whose words are back
 */
export function offerKeptWordsLast(onRestored: (path: string) => void): void {
  const compose =
    (...wraps: ((make: MakeStore) => MakeStore)[]) =>
    (make: MakeStore): MakeStore =>
      wraps.reduceRight((inner, wrap) => wrap(inner), inOrder(make, onRestored))
  Object.assign(window, { __REDUX_DEVTOOLS_EXTENSION_COMPOSE__: compose })
}

const inOrder =
  (make: MakeStore, onRestored: (path: string) => void): MakeStore =>
  (...start) => {
    const store = make(...start)
    let isThere = false
    let offer: Action | undefined
    let path = ''

    function dispatch(action: Action): unknown {
      switch (action.type) {
        case 'DRAFT_DISCARD':
          isThere = false
          offer = undefined
          break
        case 'DRAFT_LOCAL_BACKUP_RETRIEVED':
          path = action.payload?.entry?.path ?? ''
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
    return { ...store, dispatch }
  }
