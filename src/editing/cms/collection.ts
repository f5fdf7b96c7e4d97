/** From the kinds of content to the collections of the CMS, in the order of its menu. */
import { sections } from '#editorial/section.ts'
import { interfaceSchema, mainLocale } from '#editorial/site.ts'
import { addressOf } from '../address.ts'
import { folderOf, type Group, groups, type Kind, type KindName, kinds } from '../kinds.ts'
import { root } from '../place.ts'
import { openField, type Schema, waysOf } from './schema.ts'
import { tellApart } from './tell-apart.ts'
import type { Texts } from './texts.ts'
import { type CmsField, type Lists, toFields } from './widget.ts'

/** A collection as Decap's configuration has it; `group` and `locale` are ours, for the menu. */
export interface Collection {
  readonly name: string
  readonly label: string
  readonly group: Group
  readonly locale: string
  readonly fields?: readonly CmsField[]
  readonly files?: readonly CollectionFile[]
  readonly [setting: string]: unknown
}

export interface CollectionFile {
  readonly name: string
  readonly label: string
  readonly file: string
  readonly fields: readonly CmsField[]
}

interface Site {
  readonly municipality: string
  readonly texts: Texts
  readonly lists: Lists
}

/**
 * In the main language one collection for each folder of files, and one for the single files of each part of the menu.
 * In every other language one collection for each part of the menu, with all that there is to translate, linked to the
 * main language by the name of the file.
 */
export function toCollections(site: Site): Collection[] {
  const found = Object.entries<Kind>(kinds).flatMap(([name, kind]) => placesOf(name, kind, site))
  const main = found.filter(({ locale }) => locale === mainLocale)
  const others = Map.groupBy(
    found.filter(({ locale }) => locale !== mainLocale),
    ({ locale, kind }) => `${kind.group}_${locale}`,
  )
  return [
    ...(Object.keys(groups) as Group[]).flatMap((group) => {
      const here = main.filter(({ kind }) => kind.group === group)
      const many = here
        .filter(({ file }) => !file)
        .map((place) => (waysOf(place.kind.schema) ? waysCollection : folderCollection)(place, site))
      const files = here.flatMap((place) => (place.file ? singleFile(place, site) : []))
      const label = files.length === 1 ? (files[0]?.label ?? '') : severalFiles
      return files.length > 0 ? [...many, { name: group, label, group, locale: mainLocale, files }] : many
    }),
    ...[...others].map(([name, places]) => translated(name, places as [Place, ...Place[]], site)),
  ]
}

/** Where files of a kind lie in one language, and in one section. */
interface Place {
  readonly name: string
  readonly kind: Kind
  readonly label: string
  readonly locale: string
  /** Below `content/`. */
  readonly folder: string
  /** The name of the only file; nothing where there may be many. */
  readonly file: string | undefined
  readonly extension: string
}

/** @example placesOf('rights', kinds.rights, site)[0].folder // 'pages/nb/rights' */
function placesOf(name: string, kind: Kind, { municipality, texts }: Site): Place[] {
  const steps = kind.pattern.split('/')
  const last = steps.pop() as string
  const localized = steps.shift() === '*'
  const place = {
    name,
    kind,
    label: kind.label,
    file: last.startsWith('*') ? undefined : last,
    extension: last.slice(last.lastIndexOf('.') + 1),
  }
  const folder = folderOf(kind, municipality)
  return (localized ? texts.locales : [mainLocale]).flatMap((locale) => {
    if (kind.translates && locale === mainLocale) return []
    const below = (rest: readonly string[]) =>
      [folder, ...(localized ? [locale] : []), ...rest].filter(Boolean).join('/')
    const [step] = steps
    if (!step?.startsWith('!')) return { ...place, locale, folder: below(steps) }
    const left = Object.entries(sections).filter(([section]) => !step.includes(section))
    return left.map(([section, part]) => ({
      ...place,
      name: `${name}_${section}`,
      label: sectionLabel(section) ?? kind.label,
      locale,
      folder: below([part.folder]),
    }))
  })
}

const sectionLabel = (section: string): string | undefined => {
  const names = openField(interfaceSchema.shape.sections).schema as unknown as {
    shape: Record<string, Schema>
  }
  const name = names.shape[section]
  return name && openField(name).meta.label
}

/** What the menu calls the single files of a part that has several. */
const severalFiles = 'Ord på sidene'

function singleFile({ kind, file = '', folder, label, name }: Place, { texts, lists }: Site): CollectionFile {
  const path = [folder, file].filter(Boolean).join('/')
  const fields = tellApart(fieldsOf(kind.schema, file, lists), texts.fieldsOf(path))
  return { name, label, file: `${root}/${path}`, fields }
}

/** Files that are each of another form, and of which there can be no more. */
function waysCollection({ name, kind, label, locale, folder }: Place, { texts, lists }: Site): Collection {
  const files = (waysOf(kind.schema) ?? []).map(([key, schema]) => {
    const path = `${folder}/${key}.yaml`
    const fields = tellApart(fieldsOf(schema, path, lists), texts.fieldsOf(path))
    return { name: key, label: texts.titleOf(path), file: `${root}/${path}`, fields }
  })
  return { name, label, ...described(kind), group: kind.group, locale, files }
}

const described = ({ hint }: Kind) => (hint ? { description: hint } : {})

function folderCollection(
  { name, kind, label, locale, folder, extension }: Place,
  { lists }: Site,
): Collection {
  const fields = fieldsOf(kind.schema, `x.${extension}`, lists)
  const has = (wanted: string) => fields.find((field) => field.name === wanted)
  const identifier = ['name', 'title', 'text'].find(has) ?? fields[0]?.name ?? ''
  // Of articles there is one collection for each section.
  const address = addressOf(name.split('_')[0] as KindName, `${root}/${folder}/{{slug}}.${extension}`)
  const grouping = ['group', 'level', 'kind'].flatMap((field) => has(field) ?? [])
  return {
    name,
    label,
    ...(kind.labelSingular && { label_singular: kind.labelSingular }),
    ...described(kind),
    group: kind.group,
    locale,
    folder: `${root}/${folder}`,
    extension,
    format: formatOf(extension),
    create: kind.labelSingular !== undefined,
    delete: kind.labelSingular !== undefined,
    identifier_field: identifier,
    slug: '{{slug}}',
    ...(address && { preview_path: address.slice(1) }),
    summary: has('from') && has('until') ? `{{${identifier}}} ({{from}} til {{until}})` : `{{${identifier}}}`,
    sortable_fields: [identifier, 'order', 'from', 'reviewBy', 'confirmedAt'].flatMap((field) => {
      const found = has(field)
      return found ? { field, label: found.label } : []
    }),
    ...(grouping.length > 0 && { view_groups: grouping.map(({ name: field, label }) => ({ label, field })) }),
    fields,
  }
}

/** What is not translated yet is there too, and is made by saving it. */
function translated(name: string, places: readonly [Place, ...Place[]], site: Site): Collection {
  const { texts, lists } = site
  const [{ kind, locale, extension }] = places
  const files = places.flatMap((place) => {
    const fields = fieldsOf(place.kind.schema, `x.${place.extension}`, lists)
    return originalsOf(place, site).map(({ file, title }) => {
      const path = `${place.folder}/${file}`
      return {
        name: place.file ? place.name : `${place.name}-${stem(file)}`,
        label: texts.has(path) ? title : `${title} (ikke oversatt)`,
        file: `${root}/${path}`,
        fields,
      }
    })
  })
  const label = `${groups[kind.group]}: ${texts.languageOf(locale)}`
  return { name, label, group: 'languages', locale, format: formatOf(extension), files }
}

/** The files that a place of another language has or could have, with what they are called in the main one. */
function originalsOf({ kind, label, file, folder, locale, extension }: Place, { texts, municipality }: Site) {
  if (file) return texts.has(`${folder}/${file}`) ? [{ file, title: label }] : []
  const folders = kind.translates
    ? kind.translates.map((name) => folderOf(kinds[name as KindName], municipality))
    : [folder.replace(`/${locale}/`, `/${mainLocale}/`)]
  const own = texts.namesIn(folder).map((name) => [name, `${folder}/${name}`] as const)
  const there = folders.flatMap((main) =>
    texts.namesIn(main).map((name) => [name, `${main}/${name}`] as const),
  )
  return [...new Map([...own, ...there])]
    .filter(([name]) => name.endsWith(`.${extension}`))
    .map(([name, path]) => ({ file: name, title: `${label}: ${texts.titleOf(path)}` }))
    .sort((a, b) => a.title.localeCompare(b.title, 'nb'))
}

const stem = (file: string) => file.replace(/\.[a-z]+$/, '')

const formatOf = (extension: string) => (extension === 'mdx' ? 'yaml-frontmatter' : 'yaml')

const fieldsOf = (schema: Schema, file: string, lists: Lists): CmsField[] => [
  ...toFields(schema, lists),
  ...(file.endsWith('.mdx') ? [body] : []),
]

/** The text below the fields. Its blocks are those of src/editorial/block.ts, registered by the page of the CMS. */
const body: CmsField = {
  name: 'body',
  label: 'Tekst',
  widget: 'markdown',
  required: false,
  modes: ['rich_text', 'raw'],
  buttons: [
    'bold',
    'italic',
    'link',
    'heading-two',
    'heading-three',
    'quote',
    'bulleted-list',
    'numbered-list',
  ],
}
