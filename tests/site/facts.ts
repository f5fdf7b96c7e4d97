/** What the checks need to know of a page, read from its DOM in one go. Runs in the browser: no imports. */

/** A paragraph, heading, list item, cell, card or term of `<main>`, as one sees it. */
export interface TextBlock {
  readonly text: string
  /** For a cell the whole row with the table's caption, for a definition also its term; else the text itself. */
  readonly context: string
}

export interface Facts {
  /** The language that the page says it is in. */
  readonly locale: string
  readonly title: string
  readonly audience: string | null
  readonly noindex: boolean
  readonly bodyText: string
  /** Running text; sources, quotations, addresses, navigation and forms left out. */
  readonly blocks: readonly TextBlock[]
  readonly headings: readonly string[]
  readonly terms: readonly string[]
  readonly labels: readonly string[]
  readonly phones: readonly string[]
  readonly sourceText: string | null
  readonly sourceCount: number
  readonly scripts: readonly string[]
  readonly inlineStyles: number
  readonly styles: readonly string[]
  /** How far the page is wider than the window, in pixels. */
  readonly overflow: number
}

export function readFacts(): Facts {
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  const textOf = (element: Element | null | undefined) =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
  const exempt = '[data-sources], blockquote, cite, address, nav, form, script, style, [hidden]'

  /** What the reader sees as one block: words that follow each other without a new line. */
  const readBlocks = () => {
    const blocks = new Map<Element, string>()
    const main = document.querySelector('main')
    if (!main) return []
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      let element = texts.currentNode.parentElement
      if (!element || element.closest(exempt)) continue
      while (element.parentElement && /^(inline|contents)/.test(getComputedStyle(element).display))
        element = element.parentElement
      blocks.set(element, (blocks.get(element) ?? '') + texts.currentNode.textContent)
    }
    return [...blocks]
      .map(([element, text]) => [element, text.replace(/\s+/g, ' ').trim()] as const)
      .filter(([, text]) => text !== '')
      .map(([element, text]) => ({ text, context: contextOf(element) ?? text }))
  }
  const contextOf = (element: Element) => {
    const row = element.closest('tr')
    if (row) return [row.closest('table')?.caption, ...row.cells].map(textOf).join(' ')
    const definition = element.closest('dd')
    let term = definition?.previousElementSibling
    while (term && term.tagName !== 'DT') term = term.previousElementSibling
    return definition && `${textOf(term)} ${textOf(definition)}`
  }
  const sources = document.querySelector('[data-sources]')
  const root = document.documentElement
  return {
    locale: root.lang,
    title: document.title,
    audience: document.body.dataset.audience ?? null,
    noindex: all('meta[name=robots]').some((meta) => meta.getAttribute('content')?.includes('noindex')),
    bodyText: document.body.innerText,
    blocks: readBlocks(),
    headings: all('h1, h2, h3, h4, h5, h6').map(textOf),
    terms: all('dt').map(textOf),
    labels: all('label, legend').map(textOf),
    phones: all('a[href^="tel:"]').map(textOf),
    sourceText: sources && textOf(sources),
    sourceCount: sources?.querySelectorAll('li').length ?? 0,
    // Data for search engines is not run.
    scripts: all('script:not([type="application/ld+json"])').map((script) => script.outerHTML.slice(0, 120)),
    inlineStyles: all('[style]').length,
    styles: all('style').map((style) => style.textContent ?? ''),
    overflow: root.scrollWidth - root.clientWidth,
  }
}
