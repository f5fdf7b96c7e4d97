/**
 * A file for whoever asked, kept by nobody on the way.
 *
 * @param name of the file; never personal data, for browsers list what was downloaded
 * @example attachment('frivillige.csv', 'text/csv; charset=utf-8', csv(rows))
 */
export const attachment = (name: string, type: string, content: string): Response =>
  new Response(content, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
