/** A drawn page made fit to stand in a frame of the CMS: no script, and nothing from elsewhere. */

/** Also a frame that is made from a text keeps to this, and to the rules of the page around it. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; base-uri 'none'; form-action 'none'"

/** Where pictures are shown as they were saved: they may not be live yet. */
const savedPictures = '/admin/bilder/'

/** @param page as our own components draw it: what somebody typed is never markup in it */
export const framed = (page: string): string =>
  page
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/(<img src="?)\/media\//g, `$1${savedPictures}`)
    .replace('<head>', `<head><meta http-equiv="content-security-policy" content="${policy}">`)
