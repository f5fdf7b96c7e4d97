/** Headings in the menu of the CMS, which has none of its own: a line of style for the first collection of each part. */
interface Collection {
  readonly name: string
  readonly group?: string
}

/**
 * @param names of the parts, by their key
 * @example groupHeadings([{ name: 'notices', group: 'dates' }], { dates: 'Det som skjer' })
 * // 'li:has(> [href$="/collections/notices"])::before{content:"Det som skjer"}'
 */
export const groupHeadings = (
  collections: readonly Collection[],
  names: Readonly<Record<string, string>>,
): string =>
  collections
    .filter(({ group }, index) => group && group !== collections[index - 1]?.group)
    .map(
      ({ name, group = '' }) =>
        `li:has(> [href$="/collections/${name}"])::before{content:${JSON.stringify(names[group] ?? '')}}`,
    )
    .join('\n')
