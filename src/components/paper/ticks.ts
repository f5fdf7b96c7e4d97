/** With script the ticks of a checklist stay on the device, under the address of the page. Nothing is sent. */
const boxes = [...document.querySelectorAll<HTMLInputElement>('.paper-text input[type=checkbox]')]
const note = document.querySelector<HTMLElement>('.ticking')
const key = `kryss ${location.pathname}`

/** A point is known by its words, so that a changed list keeps the ticks of those that stayed. */
const wordsOf = (box: HTMLInputElement) => box.parentElement?.textContent ?? ''

/** Some browsers refuse to keep anything: then the ticks last as long as the page. */
function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}

function keep(): boolean {
  try {
    const ticked = boxes.filter((box) => box.checked).map(wordsOf)
    if (ticked.length > 0) localStorage.setItem(key, JSON.stringify(ticked))
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

const ticked = read()
for (const box of boxes) {
  box.checked = ticked.includes(wordsOf(box))
  box.addEventListener('change', keep)
}
if (note && keep()) note.hidden = false
note?.querySelector('button')?.addEventListener('click', () => {
  for (const box of boxes) box.checked = false
  keep()
})

export {}
