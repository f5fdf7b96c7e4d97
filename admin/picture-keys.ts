/** Pictures chosen by the keyboard: in the library one can walk to each of them, but Decap listens for a press alone. */
const picture = '[tabindex="0"]:has(> [class*="-Card"])'

export function choosePictureByKey(event: KeyboardEvent): void {
  const place = event.target as Element
  if (!['Enter', ' '].includes(event.key) || !place.matches(picture)) return
  event.preventDefault()
  place.querySelector<HTMLElement>('[class*="-Card"]')?.click()
}
