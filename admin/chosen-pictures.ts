/**
 * Pictures that are not on the site yet: just chosen, saved a moment ago, or of a draft. Decap shows them at the address
 * that readers will find them at, where nothing is so far. It holds the bytes of some by the file's path; the others
 * are shown from where they were saved.
 */
import type { Stand } from './door.ts'

/** Of a picture that Decap holds; it is shown at `url`. */
interface Picture {
  readonly path: string
  url: string
}

/**
 * @param folder of the files, `content/media/`
 * @param address below which readers find them, `/media/`
 * @param saved address below which they are as they were saved
 */
export const showChosenPictures =
  (folder: string, address: string, saved = address): Stand =>
  (store) => {
    const held = new Map<string, string>()

    function look(picture: Picture) {
      if (picture.path.startsWith(folder)) held.set(picture.path.replace(folder, address), picture.url)
      else picture.url = held.get(picture.path) ?? picture.url.replace(address, saved)
    }

    return (action) => {
      if (action.type === 'ADD_ASSET') look(action.payload as Picture)
      if (action.type === 'ADD_ASSETS') for (const each of action.payload as Picture[]) look(each)
      return store.dispatch(action)
    }
  }
