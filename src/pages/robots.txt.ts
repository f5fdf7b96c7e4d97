/**
 * Staff pages are nothing to search for. A draft is not closed here: search engines must read a page to see its
 * noindex.
 */
export const GET = () =>
  new Response('User-agent: *\nDisallow: /koordinator/\nDisallow: /logg-inn/\n', {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
