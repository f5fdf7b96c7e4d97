/** Decap has one door to what happens in it, which is made for Redux DevTools. */
export interface Action {
  readonly type: string
  readonly payload?: unknown
}
export interface Store {
  dispatch(action: Action): unknown
  getState(): unknown
}
/** Hears each action, and hands it on to the store as it likes. */
export type Stand = (store: Store) => Store['dispatch']
type MakeStore = (...start: unknown[]) => Store

/** To be called before Decap is loaded. */
export function standInDoor(...stands: readonly Stand[]): void {
  const withStands =
    (make: MakeStore): MakeStore =>
    (...start) => {
      let store = make(...start)
      for (const stand of stands) store = { ...store, dispatch: stand(store) }
      return store
    }
  const compose =
    (...wraps: ((make: MakeStore) => MakeStore)[]) =>
    (make: MakeStore) =>
      wraps.reduceRight((inner, wrap) => wrap(inner), withStands(make))
  Object.assign(window, { __REDUX_DEVTOOLS_EXTENSION_COMPOSE__: compose })
}
