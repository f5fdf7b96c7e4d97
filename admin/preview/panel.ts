/** What stands beside the page: what must be put right, how heavy the text is, and what its facts lack. */
import type { Preview } from '#server/preview/preview.ts'
import { element } from '../element.ts'

const notYet = 'Her ser du hvordan det blir, når du har fylt ut mer.'
const nowhere = 'Disse ordene har ingen egen side å vise.'

export function sayPreview({ address, page, problems, lacks, reading }: Preview): HTMLElement[] {
  // A new text gets its address when it is saved; until then preview.ts calls it this.
  const isNew = address?.endsWith('/ny/')
  return [
    ...(page ? [] : [element('p', {}, problems.length > 0 ? notYet : nowhere)]),
    ...part('Må rettes før du kan lagre', problems),
    ...(reading ? sayReading(reading) : []),
    ...part('Se også på', lacks),
    ...(address && !isNew ? [element('p', { className: 'where' }, `Vises på ${address}`)] : []),
  ]
}

function sayReading({
  audience,
  lix,
  meanSentence,
  limit,
  advice,
  hardest,
}: NonNullable<Preview['reading']>) {
  return [
    element('h2', {}, `Lesbarhet for ${audience.toLowerCase()}`),
    element(
      'dl',
      {},
      ...figure('LIX', lix, limit.lix),
      ...figure('Ord i en setning', meanSentence, limit.meanSentence),
    ),
    element('p', {}, advice),
    ...(hardest.length > 0 ? [element('ol', {}, ...hardest.map(sentence))] : []),
  ]
}

const figure = (name: string, is: number, limit: number) => [
  element('dt', {}, name),
  element(
    'dd',
    { className: is > limit ? 'over' : '' },
    `${say(is)} `,
    element('span', {}, `(helst under ${limit})`),
  ),
]

const sentence = ({ text, why }: { text: string; why: string }) =>
  element('li', {}, element('q', {}, text), element('small', {}, why))

const part = (title: string, lines: readonly string[]) =>
  lines.length === 0
    ? []
    : [element('h2', {}, title), element('ul', {}, ...lines.map((line) => element('li', {}, line)))]

/** As hard-texts.ts says it. */
const say = (figure: number) => figure.toFixed(1).replace('.', ',')
