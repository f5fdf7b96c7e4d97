/**
 * Whether what is saved goes straight to the site, or becomes a draft that somebody reads first. Most changes are a
 * phone number or a date; so the site is what one gets without asking. The choice is kept in this browser.
 */
import { hasUnsaved } from './leaving.ts'

const key = 'pusterom-utkast'
const saveFirst = 'Lagre det du holder på med først. Så kan du velge dette.'

export const writesDrafts = (): boolean => localStorage.getItem(key) === 'ja'

/** Connects the choice in our bar. The CMS takes another way of publishing only when it starts. */
export function followChoice(box: HTMLInputElement): void {
  box.checked = writesDrafts()
  box.disabled = false
  box.addEventListener('change', () => {
    if (hasUnsaved()) {
      box.checked = writesDrafts()
      return alert(saveFirst)
    }
    localStorage.setItem(key, box.checked ? 'ja' : 'nei')
    location.reload()
  })
}
