/**
 * Going from one text straight to another, by a link in our line or an address written by hand. Decap then keeps the
 * words of the first in the form of the second, where one press would save them. So the page is opened anew; and where
 * something is not saved, she stays.
 */
const stay =
  'Lagre det du holder på med først, eller gå tilbake til listen. Så kan du åpne den andre teksten.'

/** To be called before Decap starts, so that it hears of such a change after us, or not at all. */
export function keepTextsApart(): void {
  window.addEventListener('hashchange', (change) => {
    const { oldURL, newURL } = change
    if (!isAnother(oldURL, newURL)) return
    change.stopImmediatePropagation()
    if (!hasUnsaved()) return location.reload()
    history.replaceState(history.state, '', oldURL)
    alert(stay)
  })
}

/**
 * A text that was new becomes one of its collection when it is saved, and Decap does that well.
 *
 * @example isAnother('/admin/#/collections/cafes/entries/a', '/admin/#/collections/cafes/entries/b') // true
 */
export function isAnother(before: string, after: string): boolean {
  const [from, to] = [placeOf(before), placeOf(after)]
  if (!from || !to?.entry) return false
  return from.collection !== to.collection || (from.entry !== undefined && from.entry !== to.entry)
}

interface Place {
  readonly collection: string
  /** Nothing for a text that is new. */
  readonly entry: string | undefined
}

function placeOf(address: string): Place | undefined {
  const found = /#\/collections\/([^/?]+)\/(?:new|entries\/([^?]+))/.exec(address)
  return found?.[1] === undefined ? undefined : { collection: found[1], entry: found[2] }
}

/** Asks Decap as the browser does when somebody closes the page. */
export function hasUnsaved(): boolean {
  const question = document.createEvent('BeforeUnloadEvent')
  question.initEvent('beforeunload', false, true)
  window.dispatchEvent(question)
  return question.defaultPrevented || question.returnValue !== ''
}
