/** What a browser or a program sent, as names and texts. A Map, so that a field called `__proto__` is a name like any. */

export type Fields = ReadonlyMap<string, readonly string[]>

/** Why a body could not be read: another format than the two we take, or broken JSON. */
export class FieldsError extends Error {
  override readonly name = 'FieldsError'
  readonly status: 400 | 415
  constructor(status: 400 | 415, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * Reads `application/x-www-form-urlencoded` or `application/json`, nothing else.
 *
 * @throws {FieldsError}
 * @example readFields('application/json', '{"name":"Åse"}').get('name') // ['Åse']
 */
export function readFields(contentType: string | null, body: string): Fields {
  const [type = ''] = (contentType ?? '').split(';')
  switch (type.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return gather(new URLSearchParams(body))
    case 'application/json':
      return gather(jsonPairs(body))
    default:
      throw new FieldsError(415, `expected urlencoded fields or JSON, got ${JSON.stringify(type)}`)
  }
}

function gather(pairs: Iterable<readonly [string, string]>): Fields {
  const fields = new Map<string, string[]>()
  for (const [name, sent] of pairs) {
    const texts = fields.get(name)
    const text = withFewMarks(sent)
    if (texts) texts.push(text)
    else fields.set(name, [text])
  }
  return fields
}

/**
 * At most 30 marks on one letter, as in the stream-safe format of Unicode (UAX 15, 13). Bringing thousands of them into
 * their order takes seconds, in which nobody else would get an answer; no language has more than a few.
 */
const withFewMarks = (text: string): string =>
  text.replace(/([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu, '$1')

/** Texts, numbers and lists of them; anything deeper is no answer to any question and is left out. */
function jsonPairs(body: string): [string, string][] {
  const value = parse(body)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new FieldsError(400, 'expected a JSON object of fields')
  return Object.entries(value).flatMap(([name, given]) =>
    (Array.isArray(given) ? given : [given])
      .filter((each) => typeof each === 'string' || typeof each === 'number')
      .map((each): [string, string] => [name, String(each)]),
  )
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new FieldsError(400, 'expected JSON, got text that does not parse')
  }
}
