/** Text from an editor made safe for line-based formats. Emoji and other scripts stay as they are. */

/** Every kind of line break, also those that only some programs see: VT, FF, NEL, U+2028 and U+2029. */
const lineBreaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 (section 3.1, CONTROL) forbids exactly these
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]/g

/** Line breaks as \n, no control characters, no halves of surrogate pairs. */
export const plainText = (text: string): string =>
  text.toWellFormed().replace(lineBreaks, '\n').replace(controls, '')

/** The same on one line. */
export const oneLine = (text: string): string => plainText(text).replaceAll('\n', ' ')
