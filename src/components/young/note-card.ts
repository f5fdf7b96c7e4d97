/** Prints and clears the card, and lets its boxes grow with the text so that paper shows all of it. */
const boxes = [...document.querySelectorAll<HTMLTextAreaElement>('.sheet textarea')]
const marks = document.querySelectorAll<HTMLInputElement>('.sheet input')
const acts = document.querySelector<HTMLElement>('.acts')
const [printButton, clearButton] = acts?.querySelectorAll('button') ?? []

function grow(box: HTMLTextAreaElement) {
  box.rows = 2
  while (box.scrollHeight > box.clientHeight && box.rows < 40) box.rows += 1
}

function empty() {
  for (const mark of marks) mark.checked = false
  for (const box of boxes) {
    box.value = ''
    grow(box)
  }
}

for (const box of boxes) box.addEventListener('input', () => grow(box))
printButton?.addEventListener('click', () => print())
clearButton?.addEventListener('click', () => {
  empty()
  marks[0]?.focus()
})
// A browser may have kept what somebody else wrote.
addEventListener('pageshow', empty)
if (acts) acts.hidden = false

export {}
