/** Texts that break formats: each with its name, for `test.each`. */
export const hostile = [
  ['a line that ends the event', 'Kaffe\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x'],
  ['a lone carriage return', 'Kaffe\rSUMMARY:x'],
  ['a lone line feed', 'Kaffe\nSTATUS:CANCELLED'],
  ['line breaks of Unicode', 'Kaffe\u2028LOCATION:x\u2029\u0085y'],
  ['the marks of iCalendar', 'Kaffe, te; \\ \\, "x": ^n'],
  ['the marks of XML', '</title><entry>&amp; ]]> <!-- <?x'],
  ['emoji and joined emoji', 'Kaffe 👩‍👩‍👧 🇳🇴'.repeat(5)],
  ['right to left', 'Kaffe \u202eabc\u202c قهوة'],
  ['control characters', 'Kaf\u0000fe\u0007\u001b\u007f'],
  ['half a surrogate pair', 'Kaffe \ud83d'],
  ['the end of the calendar', 'END:VCALENDAR BEGIN:VEVENT'],
] as const

/** What a reader sees: the letters as typed, each line break as one, and no control characters. */
export const asSeen = (text: string): string =>
  text
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be gone
    .replace(/[\0\u0007\u001b\u007f]/g, '')
    .replace('\ud83d', (half) => (text.endsWith(half) && !text.isWellFormed() ? '\ufffd' : half))
