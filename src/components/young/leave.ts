/**
 * «Forlat siden»: another site takes this page's place in the history of the browser, so that Back does not lead here.
 * Without script the button is a link and leads to the same site.
 */
const link = document.querySelector<HTMLAnchorElement>('.leave a')
const within = 2_000
let presses: number[] = []

function leave() {
  // The new site may take its time; until then the screen is empty.
  document.body.hidden = true
  if (link) location.replace(link.href)
}

link?.addEventListener('click', (event) => {
  event.preventDefault()
  leave()
})

addEventListener('keydown', ({ key, repeat, timeStamp }) => {
  if (repeat) return
  // Writing capital letters is Shift and another key.
  presses = key === 'Shift' ? [...presses.filter((each) => timeStamp - each < within), timeStamp] : []
  if (presses.length === 3) leave()
})

export {}
