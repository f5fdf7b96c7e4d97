/** Puts answers into the page where the server would have put them. Text stays text: nothing is read as HTML. */
import { nameOf, type SearchEntry } from '#search/entry.ts'

/** A page that was found; by its full text, then with the place where the words stand. */
export type Answer = SearchEntry & { readonly excerpt?: string }

/** @param last whether no more answers will come for this question */
export function showAnswers(
  place: HTMLElement,
  query: string,
  answers: readonly Answer[],
  last: boolean,
): void {
  const { none, one, many } = place.dataset
  const sentence = query === '' ? '' : ([none, one][answers.length] ?? many ?? '')
  const status = place.querySelector('[role=status]')
  if (status)
    status.textContent = sentence.replace('{antall}', `${answers.length}`).replace('{ord}', () => query)
  place.querySelector('ul')?.replaceChildren(...answers.map(drawAnswer))
  place.querySelector('.box')?.toggleAttribute('hidden', query === '' || answers.length > 0)
  place.ariaBusy = `${!last}`
}

function drawAnswer(answer: Answer): HTMLElement {
  const { path, description, excerpt } = answer
  const item = document.createElement('li')
  const link = document.createElement('a')
  const heading = document.createElement('strong')
  const text = document.createElement('span')
  link.href = path
  link.className = 'card'
  heading.textContent = nameOf(answer)
  text.append(...(excerpt ? drawExcerpt(excerpt) : [description]))
  link.append(heading, text)
  item.append(link)
  return item
}

/** Pagefind marks words with `<mark>` and escapes the rest. */
function drawExcerpt(html: string): (string | Node)[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return [
    '… ',
    ...[...body.childNodes].map((node) => {
      if (node.nodeName !== 'MARK') return node.textContent ?? ''
      const mark = document.createElement('mark')
      mark.textContent = node.textContent
      return mark
    }),
    ' …',
  ]
}
