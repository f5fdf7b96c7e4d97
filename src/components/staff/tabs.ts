/** The tabs of a list of records, with how many there are behind each. */

/**
 * @param current the slug of the one that is shown
 * @param query the address; whatever else narrows the list stays, but not the page
 * @param counts how many records there are in each state
 */
export function tabsOf<State>(
  tabs: readonly { readonly slug: string; readonly label: string; readonly states: readonly State[] }[],
  current: string | undefined,
  query: URLSearchParams,
  counts: ReadonlyMap<State, number>,
) {
  return tabs.map(({ slug, label, states }) => {
    const wanted = new URLSearchParams(query)
    for (const name of ['gjort', 'ikke', 'side', 'vis']) wanted.delete(name)
    if (slug) wanted.set('vis', slug)
    const count = states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0)
    return { href: `?${wanted}`, label, count, current: slug === current }
  })
}
