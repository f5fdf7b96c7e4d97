/**
 * Names for the buttons of a form, for whoever hears them. Decap calls every arrow «Åpne», the buttons of a day by the
 * name that the field has in the file, and those on each item of a list nothing at all.
 */

/** Names them as they come and change. */
export function nameButtons(root: HTMLElement): void {
  let isWaiting = false
  const nameAll = () => {
    isWaiting = false
    for (const { button, name } of namesIn(root))
      if (button && button.getAttribute('aria-label') !== name) button.setAttribute('aria-label', name)
  }
  new MutationObserver(() => {
    if (!isWaiting) requestAnimationFrame(nameAll)
    isWaiting = true
  }).observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: ['aria-label'] })
}

interface Named {
  readonly button: Element | null
  readonly name: string
}

function namesIn(root: HTMLElement): Named[] {
  const all = (selector: string) => [...root.querySelectorAll(selector)]
  return [
    ...all('[data-testid="expand-button"]').map((button) => {
      const [verb] = (button.getAttribute('aria-label') ?? '').split(':')
      return { button, name: `${verb}: ${labelOf(button)}` }
    }),
    ...all('[data-testid="now-button"]').map((button) => ({ button, name: `Nå: ${labelOf(button)}` })),
    ...all('[data-testid="clear-button"]').map((button) => ({ button, name: `Tøm: ${labelOf(button)}` })),
    ...all('[aria-roledescription]').flatMap(namesOnItem),
  ]
}

/** Of the field that a button belongs to, without «(kan stå tomt)», and of the item that the field is in. */
function labelOf(button: Element): string {
  const field = button.closest('[class*="-ControlContainer"]')
  const item = field?.closest('[class*="-SortableListItem"]')
  return `${field?.querySelector('label')?.firstChild?.textContent}${item ? `, nr. ${numberOf(item)}` : ''}`
}

const numberOf = (item: Element) => [...(item.parentElement?.children ?? [])].indexOf(item) + 1

/** An item of a list has a bar with three signs on it, and below that what it is called. */
function namesOnItem(handle: Element): Named[] {
  const bar = handle.parentElement
  if (!bar?.parentElement) return []
  const which = `nr. ${numberOf(bar.parentElement)}, ${bar.nextElementSibling?.textContent?.trim()}`
  return [
    { button: handle.previousElementSibling, name: `Åpne eller lukk ${which}` },
    { button: handle, name: `Flytt ${which}` },
    { button: handle.nextElementSibling, name: `Ta bort ${which}` },
  ]
}
