/** The generated part of docs/personvern.md: every form from its definition and words, every table from `keptTables`. */
import { everyQuestion, type FormDefinition } from '#forms/definition.ts'
import type { FormWords } from '#forms/words.ts'
import { keptTables } from './kept-tables.ts'

export const recordFile = 'docs/personvern.md'
const start = '<!-- generert: npm run privacy-record -->'
const end = '<!-- slutt på generert -->'

export interface RecordedForm {
  readonly definition: FormDefinition
  readonly words: FormWords
}

/**
 * The document with its generated part as it should be now.
 *
 * @throws when the marks around that part are gone
 */
export function withPrivacyRecord(document: string, forms: readonly RecordedForm[]): string {
  const from = document.indexOf(start)
  const to = document.indexOf(end)
  if (from < 0 || to < from) throw new Error(`${recordFile}: expected ${start} and ${end} around the record`)
  const record = ['## Skjemaene', ...forms.map(sayForm), '## Tabellene', sayTables()].join('\n\n')
  return `${document.slice(0, from)}${start}\n\n${record}\n\n${document.slice(to)}`
}

function sayForm({ definition, words }: RecordedForm): string {
  const { path, purpose, retentionMonths, keptLonger } = definition
  const questions = Object.entries(everyQuestion(definition)).map(
    ([key, { required }]) => `- ${words.questions[key]?.label}${required ? '' : ' (valgfritt)'}`,
  )
  return `### ${words.title}

| | |
|---|---|
| Adresse | \`${path}\` |
| Formål | «Vi bruker svarene ${purpose}» |
| Lagringstid | ${retentionMonths} måneder etter at svarene ble sendt eller endret, om kommunen ikke har bestemt noe annet${keptLonger ? `. ${keptLonger('like lenge')}` : ''} |

${questions.join('\n')}`
}

function sayTables(): string {
  const rows = Object.entries(keptTables).map(
    ([name, { what, whose, until }]) => `| \`${name}\` | ${what} | ${whose} | ${until} |`,
  )
  return ['| tabell | hva | om hvem | hvor lenge |', '|---|---|---|---|', ...rows].join('\n')
}
