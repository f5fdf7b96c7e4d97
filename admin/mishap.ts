/** What an editor is told when something was not saved: why, what to do, and that what she typed is still there. */
import { ask, Missing, Unanswered } from './ask.ts'
import type { Mishap, Text } from './backend.ts'
import type { CmsConfig } from './cms.ts'
import { difference } from './difference.ts'
import { element } from './element.ts'
import { withLabels } from './labels.ts'
import { openedTexts } from './opened.ts'

const kept = 'Det du har skrevet, står her ennå.'

/** Shows a mishap over the page, until she has read it. The page below keeps everything as it is. */
export async function showMishap(mishap: Mishap, config: CmsConfig): Promise<unknown> {
  if (document.querySelector('dialog.mishap[open]')) return undefined
  const { status, message } = mishap.problem
  if (mishap.problem instanceof Missing) return showMissing(message)
  if (mishap.tried === 'read')
    return status === 401
      ? open('Du er logget ut', [signIn('last inn siden på nytt')])
      : open('Ikke hentet', [`${message} Vent litt, og last inn siden på nytt.`])
  if (status === 401) return open('Du er logget ut', [kept, signIn('lagre igjen')])
  if (status === 0 || status >= 500)
    return open('Ikke lagret ennå', [message, `${kept} Vent litt, og lagre igjen.`])
  if (status === 409 && mishap.texts.length > 0) return showCollision(mishap, config)
  const problems = message.split('\n').map((line) => element('li', {}, line))
  if (mishap.tried === 'delete')
    return open('Ikke slettet', ['Dette må gjøres først:', element('ul', {}, ...problems)])
  return open(
    'Ikke lagret',
    ['Dette må rettes først:', element('ul', {}, ...problems), kept],
    ownText(mishap),
  )
}

function showMissing(message: string): HTMLDialogElement {
  const dialog = open('Teksten finnes ikke', [message], [], 'Til listen')
  dialog.addEventListener('close', () => {
    location.hash = location.hash.replace(/\/entries\/.*/, '')
  })
  return dialog
}

const signIn = (then: string) =>
  element(
    'p',
    {},
    element('a', { href: '/logg-inn/', target: '_blank' }, 'Logg inn i et nytt vindu'),
    `, kom tilbake hit, og ${then}.`,
  )

/** Two wrote at the same time: she sees what the other did, and decides what shall stand. */
async function showCollision(mishap: Mishap, config: CmsConfig): Promise<unknown> {
  const [{ path } = { path: '' }] = mishap.texts
  const [said = ''] = mishap.problem.message.split(' Ingenting')
  const now = await ask<Text>('/admin/api/v1', {
    action: 'getEntry',
    params: { branch: 'main', path },
  }).catch((problem) => {
    if (problem instanceof Unanswered) return undefined
    throw problem
  })
  if (!now?.data) return open('Ikke lagret', [mishap.problem.message, kept], ownText(mishap))
  const { added, removed } = difference(openedTexts.rawOf(path), now.data)
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0
      ? [element('h3', {}, title), element('pre', {}, withLabels(lines, path, config).join('\n'))]
      : []
  const goOn = element('button', { type: 'button', className: 'main' }, 'Jeg har lest det. La meg lagre')
  const dialog = open(
    'Noen andre har også endret denne siden',
    [
      `${said} Ingenting er overskrevet, og ${kept.toLowerCase()}`,
      ...list('Nytt i siden nå', added),
      ...list('Tatt bort', removed),
      'Skal noe av dette være med? Skriv det inn i din tekst, og lagre igjen. Da blir din tekst den som gjelder.',
      goOn,
    ],
    ownText(mishap),
  )
  goOn.addEventListener('click', () => {
    openedTexts.note(path, now.file.id, now.data)
    dialog.close()
  })
  return dialog
}

/** What she wrote, to copy elsewhere if she would rather do that. */
function ownText({ texts }: Mishap): readonly Node[] {
  const raw = texts.map((text) => text.raw).join('\n')
  if (raw === '') return []
  const copy = element('button', { type: 'button' }, 'Kopier teksten min')
  copy.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(raw).catch(() => {})
    copy.textContent = 'Kopiert'
  })
  const area = element('textarea', { readOnly: true, rows: 8, ariaLabel: 'Teksten min' })
  area.value = raw
  return [element('details', {}, element('summary', {}, 'Ta en kopi av teksten din'), area, copy)]
}

function open(
  title: string,
  body: readonly (Node | string)[],
  more: readonly Node[] = [],
  end = 'Lukk',
): HTMLDialogElement {
  const close = element('button', { type: 'button' }, end)
  const heading = element('h2', { id: 'uhell' }, title)
  const inside = body.map((each) => (typeof each === 'string' ? element('p', {}, each) : each))
  const dialog = element('dialog', { className: 'mishap' }, heading, ...inside, ...more, close)
  dialog.setAttribute('aria-labelledby', heading.id)
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}
