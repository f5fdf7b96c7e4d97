/** The page of the CMS, from its address to a running editor. */
import { ask } from './ask.ts'
import { registerBackend } from './backend.ts'
import { registerBlocks } from './blocks.ts'
import { nameButtons } from './button-names.ts'
import { showChosenPictures } from './chosen-pictures.ts'
import { type CmsConfig, loadCms } from './cms.ts'
import { standInDoor } from './door.ts'
import { followChoice, writesDrafts } from './drafts.ts'
import { element } from './element.ts'
import { groupHeadings } from './groups.ts'
import { offerKeptWordsLast } from './kept-words.ts'
import { keepTextsApart } from './leaving.ts'
import { showMishap } from './mishap.ts'
import { openedTexts } from './opened.ts'
import { choosePictureByKey } from './picture-keys.ts'
import { registerPreviews } from './preview/preview.ts'
import { followPublishing } from './publishing.ts'
import { showSavedTexts } from './saved-texts.ts'
import { registerWidgets } from './widgets/widgets.ts'
import { norwegian } from './words.ts'

const root = document.getElementById('nc-root') as HTMLElement
const { cms: address, name = '', groups = '{}' } = root.dataset

async function start(): Promise<void> {
  if (!address) return
  const config = await ask<CmsConfig>('/admin/oppsett.json')
  standInDoor(
    offerKeptWordsLast(openedTexts.goBack),
    showSavedTexts,
    showChosenPictures(
      `${config.media_folder}/`,
      `${config.public_folder}/`,
      isOurs(config) ? '/admin/bilder/' : undefined,
    ),
  )
  const cms = await loadCms(address)
  const publishing = followPublishing(document.getElementById('publisering') as HTMLElement)
  followChoice(document.getElementById('utkast') as HTMLInputElement)
  cms.registerLocale('nb_no', norwegian(cms.getLocale('nb_no')))
  registerBackend(cms, name, { onDone: publishing.look, onMishap: (mishap) => showMishap(mishap, config) })
  registerWidgets(cms)
  registerBlocks(cms, config.blocks)
  registerPreviews(cms, config)
  document.head.append(element('style', {}, groupHeadings(config.collections, JSON.parse(groups))))
  root.replaceChildren()
  nameButtons(root)
  document.addEventListener('keydown', choosePictureByKey)
  keepTextsApart()
  hidePreviewOnPhone()
  cms.init({ config: ourWay(config) })
}

/** There is no room for it beside the fields. The eye shows it in their place. */
function hidePreviewOnPhone(): void {
  if (matchMedia('(max-width: 799px)').matches) localStorage.setItem('cms.right-pane', 'none')
}

/** Whether we keep the texts: the server names Decap's own backend for that. */
const isOurs = ({ backend }: CmsConfig) => backend.name === 'proxy'

/** What is decided in the browser: our own backend, and whether drafts are written. */
function ourWay(config: CmsConfig): CmsConfig {
  if (!isOurs(config)) return config
  return {
    ...config,
    backend: { ...config.backend, name: 'pusterom' },
    publish_mode: writesDrafts() ? 'editorial_workflow' : 'simple',
    // Where Decap leads when it breaks: to us, and not to its makers.
    issue_reports: { url: '/admin/veiledning/' },
    // The links to the pages that readers see.
    site_url: location.origin,
    show_preview_links: true,
  }
}

start().catch((error: unknown) => {
  console.error(error)
  root.textContent =
    'Siden kunne ikke åpnes. Last den inn på nytt, eller si fra til den som har ansvar for Pusterom.'
})
