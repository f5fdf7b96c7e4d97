import { beforeEach, describe, expect, test, vi } from 'vitest'
import { standInDoor } from '../../../admin/door.ts'
import { offerKeptWordsLast } from '../../../admin/kept-words.ts'

/** What Decap does when it is loaded: asks the window how to make its store, and sends it actions. */
function openStore(onRestored: (path: string) => void = () => {}) {
  const heard: string[] = []
  vi.stubGlobal('window', {})
  standInDoor(offerKeptWordsLast(onRestored))
  const compose = (window as unknown as Record<string, (...wraps: unknown[]) => (make: unknown) => unknown>)
    .__REDUX_DEVTOOLS_EXTENSION_COMPOSE__
  const make = () => ({ dispatch: ({ type }: { type: string }) => heard.push(type) })
  const open = compose?.((inner: unknown) => inner)(make) as () => { dispatch(action: object): void }
  const store = open()
  return {
    heard,
    send: (type: string, path?: string) => store.dispatch({ type, payload: { entry: { path } } }),
  }
}

const [offer, text, leave] = ['DRAFT_LOCAL_BACKUP_RETRIEVED', 'DRAFT_CREATE_FROM_ENTRY', 'DRAFT_DISCARD']

describe('words that were not saved', () => {
  test('are offered when the text is there, however late it comes', () => {
    const { heard, send } = openStore()
    send(offer)
    expect(heard).toEqual([])
    send(text)
    expect(heard).toEqual([text, offer])
  })

  test('are offered at once where the text came first, and not twice', () => {
    const { heard, send } = openStore()
    for (const each of [text, offer, text]) send(each)
    expect(heard).toEqual([text, offer, text])
  })

  test('are not offered in another text', () => {
    const { heard, send } = openStore()
    for (const each of [offer, leave, text]) send(each)
    expect(heard).toEqual([leave, text])
  })
})

describe('the version that words were written from', () => {
  beforeEach(() => {
    vi.resetModules()
    const kept = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
    })
  })
  const openPage = async () => {
    vi.resetModules()
    return (await import('../../../admin/opened.ts')).openedTexts
  }

  test('is the one in front of her, and after a restart that of the words that are back', async () => {
    const first = await openPage()
    first.note('a.yaml', 'one', 'cost: 1')
    expect(first.baseOf('a.yaml')).toBe('one')
    // Somebody else saved meanwhile, and the page is opened anew, twice.
    for (const _ of [1, 2]) {
      const again = await openPage()
      again.note('a.yaml', 'two', 'cost: 2')
      expect(again.baseOf('a.yaml')).toBe('two')
      again.goBack('a.yaml')
      expect([again.baseOf('a.yaml'), again.rawOf('a.yaml')]).toEqual(['one', 'cost: 1'])
    }
  })

  test('is the newest for words that were not brought back', async () => {
    ;(await openPage()).note('a.yaml', 'one', '')
    ;(await openPage()).note('a.yaml', 'two', '')
    const last = await openPage()
    last.note('a.yaml', 'two', '')
    last.goBack('a.yaml')
    last.goBack('b.yaml')
    expect(last.baseOf('a.yaml')).toBe('two')
    expect(last.baseOf('b.yaml')).toBeUndefined()
  })
})
