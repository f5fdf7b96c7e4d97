/**
 * The configuration of the CMS, built from the schemas of the content. Nothing in it is written by hand: a field that
 * is added to a schema is in the CMS from then on, with its label and its hint.
 */
import { mediaFolder } from '../place.ts'
import { hasDrafts, readElsewhere, toBackend } from './backend.ts'
import { cmsBlocks } from './blocks.ts'
import { toCollections } from './collection.ts'
import { listsOf, openTexts } from './texts.ts'

interface Options {
  /** Whose local files there are. */
  readonly municipality: string
  /** Path below `content/` → text: all that is published. */
  readonly files: ReadonlyMap<string, string>
  /** Where the texts are kept when not with us: the setting CMS_BACKEND. */
  readonly elsewhere?: string | undefined
}

/**
 * What `CMS.init({ config })` takes. https://decapcms.org/docs/configuration-options/
 *
 * @example cmsConfig({ municipality: 'fjordvik', files }).collections[0].label // 'Meldinger'
 */
export function cmsConfig({ municipality, files, elsewhere }: Options) {
  const other = elsewhere === undefined ? undefined : readElsewhere(elsewhere)
  const texts = openTexts(files)
  const lists = listsOf(texts, municipality)
  return {
    load_config_file: false,
    backend: toBackend(other),
    publish_mode: hasDrafts(other) ? 'editorial_workflow' : 'simple',
    locale: 'nb_no',
    media_folder: mediaFolder,
    public_folder: '/media',
    // File names are addresses: å is a, ø is o and æ is ae.
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    show_preview_links: false,
    collections: toCollections({ municipality, texts, lists }),
    // Ours: Decap looks past it.
    blocks: cmsBlocks(lists),
  }
}

export type CmsConfig = ReturnType<typeof cmsConfig>
