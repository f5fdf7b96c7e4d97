/**
 * Pictures that are not on the site yet: just chosen, or of a draft. Decap holds their bytes by the file's path, but
 * shows them at the address that readers will find them at, where nothing is so far.
 */
import type { Stand } from './door.ts'

/** Of a picture that Decap holds; it is shown at `url`. */
interface Picture {
  readonly path: string
  url: string
}

/**
 * @param folder of the files, `content/media`
 * @param address below which readers find them, `/media`
 */
export const showChosenPictures =
  (folder: string, address: string): Stand =>
  (store) => {
    const held = new Map<string, string>()

    function look(picture: Picture) {
      const [below, name] = [`${folder}/`, `${address}/`]
      if (picture.path.startsWith(below)) held.set(picture.path.replace(below, name), picture.url)
      else picture.url = held.get(picture.path) ?? picture.url
    }

    return (action) => {
      if (action.type === 'ADD_ASSET') look(action.payload as Picture)
      if (action.type === 'ADD_ASSETS') for (const each of action.payload as Picture[]) look(each)
      return store.dispatch(action)
    }
  }
