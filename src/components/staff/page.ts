/** The pages of a list that is read from the database a page at a time. */

/**
 * What to ask the database for. One row more than is shown tells whether there is an older page.
 *
 * @param query the address's, where `side` is the number of the page
 * @example const page = pageOf(Astro.url.searchParams) // { page: 2, limit: 51, offset: 50 } for ?side=2
 * @example const { rows, hasOlder } = cut(await listVolunteers(db, page), page)
 */
export function pageOf(query: URLSearchParams, perPage = 50) {
  const wanted = query.get('side') ?? ''
  const page = /^[1-9]\d{0,5}$/.test(wanted) ? Number(wanted) : 1
  return { page, perPage, limit: perPage + 1, offset: (page - 1) * perPage }
}

/** The rows to show, and whether there are older ones. */
export const cut = <Row>(found: readonly Row[], { perPage }: { perPage: number }) => ({
  rows: found.slice(0, perPage),
  hasOlder: found.length > perPage,
})
