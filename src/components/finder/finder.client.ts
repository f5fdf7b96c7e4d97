/** With script the answers stay on the device: the page already holds every right, and shows those that fit. */
import { type Fit, findRights, readAnswers } from '#editorial/finder.ts'

const form = document.querySelector<HTMLFormElement>('#finner')
const result = document.querySelector<HTMLElement>('#svar')
const pool = document.querySelector('#alle')

if (form && result && pool) {
  const rights = [...pool.children].map((item) => ({
    item,
    fit: JSON.parse(item.getAttribute('data-fit') ?? '') as Fit,
  }))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const given = new FormData(form)
    const found = findRights(
      rights,
      readAnswers((question) => given.get(question)),
    )
    pool.append(...rights.map(({ item }) => item))
    show('likely', found.likely)
    show('possible', found.possible)
    reveal('nothing', found.likely.length + found.possible.length === 0)
    result.hidden = false
    result.focus()
  })
}

function show(group: string, rights: readonly { item: Element }[]) {
  document.querySelector(`[data-group=${group}] ul`)?.append(...rights.map(({ item }) => item))
  reveal(group, rights.length > 0)
}

function reveal(group: string, visible: boolean) {
  const section = document.querySelector<HTMLElement>(`[data-group=${group}]`)
  if (section) section.hidden = !visible
}
