import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { problemsOfPdf } from '../paper/check-pdf.ts'
import { readPdf } from '../paper/read-pdf.ts'
import { serve } from '../served.ts'
import { buildFolder, siteNames } from '../sites.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' }
const decoded = (html: string) =>
  html
    .replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex, decimal) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/&([a-z]+);/g, (whole, name: string) => entities[name] ?? whole)

/** The words of the sheet that a page shows, without what is there to fetch it. */
function sheetOf(html: string): string {
  const [, article = ''] = /<article class="paper-text">([\s\S]*?)<\/article>/.exec(html) ?? []
  const sheet = article
    .replace(/<ul class="files">[\s\S]*?<\/ul>/, '')
    .replace(/<p class="small ticking"[\s\S]*?<\/p>/, '')
  return decoded(sheet.replace(/<[^>]*>/g, ''))
}

/** Lines are broken elsewhere on paper, so that spaces say nothing. */
const bare = (text: string) => text.replace(/\s+/g, '')

describe.each(siteNames)('on paper, %s', (name) => {
  const at = (...path: string[]) => join(buildFolder(name), 'client', 'modellen', ...path)
  const read = (...path: string[]) => readFileSync(at(...path))
  const page = (...path: string[]) => read(...path, 'index.html').toString()
  const slugsBelow = (folder: string) =>
    readdirSync(at(folder), { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? each.name : []))
  const attachments = slugsBelow('vedlegg')

  test('there are attachments, and every one is a page, a PDF and a Word file', () => {
    expect(attachments.length).toBeGreaterThan(15)
    const files = readdirSync(at('vedlegg')).filter((file) => /\.(pdf|docx)$/.test(file))
    expect(files.sort()).toEqual(attachments.flatMap((slug) => [`${slug}.docx`, `${slug}.pdf`]).sort())
  })

  test.each(attachments)(
    'the PDF of %s says what its page says, and is one that everybody can read',
    async (slug) => {
      const pdf = await readPdf(read('vedlegg', `${slug}.pdf`))
      const html = page('vedlegg', slug)
      const said = sheetOf(html)
      expect(said.length).toBeGreaterThan(300)
      expect(bare(pdf.elements.map((each) => each.said).join(''))).toBe(bare(said))
      const [, title = ''] = /<h1>([^<]*)<\/h1>/.exec(html) ?? []
      expect(problemsOfPdf(pdf, { title: decoded(title), language: 'nb-NO' })).toEqual([])
    },
  )

  test.each(attachments)('the Word file of %s says what its page says', async (slug) => {
    const { value } = await mammoth.extractRawText({ buffer: read('vedlegg', `${slug}.docx`) })
    expect(bare(value)).toBe(bare(sheetOf(page('vedlegg', slug))))
  })

  test('the course folder as one file says what its pages say, with every part from a page of its own', async () => {
    const pdf = await readPdf(read('kursmappe.pdf'))
    const said = bare(pdf.elements.map((each) => each.said).join(''))
    const parts = slugsBelow('kursmappe')
    expect(parts.length).toBe(6)
    for (const slug of parts) {
      const html = page('kursmappe', slug)
      const [, ending = ''] = /<p class="small ending">([^<]*)<\/p>/.exec(html) ?? []
      expect(said).toContain(bare(sheetOf(html).replace(decoded(ending), '')))
      const [, title = ''] = /<h1>([^<]*)<\/h1>/.exec(html) ?? []
      expect(pdf.outline).toContain(decoded(title))
      const heading = pdf.elements.find(
        ({ type, text }) => type === 'H2' && bare(text) === bare(decoded(title)),
      )
      expect(said).toContain(bare(`${decoded(title)}${heading?.page}`))
    }
    const { value } = await mammoth.extractRawText({ buffer: read('kursmappe.docx') })
    expect(bare(value)).toContain(
      bare(sheetOf(page('kursmappe', 'rollen')).split('Plan for kvelden')[0] as string),
    )
  })

  test('the zip holds these files, the whole course folder and nothing else', () => {
    const zipped = unzipSync(read('vedlegg', 'alle.zip'))
    const names = [...attachments, 'kursmappe'].flatMap((slug) => [`${slug}.docx`, `${slug}.pdf`])
    expect(Object.keys(zipped).sort()).toEqual(names.sort())
    for (const slug of attachments)
      expect(Buffer.from(zipped[`${slug}.pdf`] as Uint8Array).equals(read('vedlegg', `${slug}.pdf`))).toBe(
        true,
      )
    expect(page('vedlegg')).toContain(
      `${names.length} filer (ZIP, ${Math.ceil(read('vedlegg', 'alle.zip').length / 1000)} kB)`,
    )
  })

  test('every link to a file says its kind and its size', () => {
    for (const html of [
      page('vedlegg'),
      page('kursmappe'),
      ...attachments.map((slug) => page('vedlegg', slug)),
    ]) {
      const links = [...html.matchAll(/<a href="\/modellen\/([^"]+\.(pdf|docx))">([\s\S]*?)<\/a>/g)]
      expect(links.length).toBeGreaterThan(1)
      for (const [, file = '', kind, words = ''] of links) {
        const size = `${kind === 'pdf' ? 'PDF' : 'Word'}, ${Math.ceil(read(file).length / 1000)} kB`
        expect(words).toContain(size)
      }
    }
  })

  test('every word in brackets is filled in, and what nobody has confirmed is a line to write on', () => {
    const sheets = attachments.map((slug) => sheetOf(page('vedlegg', slug))).join('\n')
    expect(sheets).not.toMatch(/\[[^\]]*\]/)
    expect(sheets).toContain(
      { hamar: 'Hamar kommune', gjovik: 'Gjøvik kommune', fjordvik: 'Fjordvik kommune' }[name],
    )
    if (name === 'fjordvik') expect(sheets).not.toContain('____')
    else expect(sheets).toContain('____')
  })
})

describe('a checklist on the screen', () => {
  const path = '/modellen/vedlegg/sjekkliste-kafevert/'
  const served = serve('fjordvik')

  test('keeps its ticks on the device, sends nothing, and forgets them when asked', async () => {
    const context = await served.browser.newContext()
    const page = await context.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    const path = '/modellen/vedlegg/sjekkliste-rekruttering/'
    await page.goto(served.site.origin + path)
    const box = page.getByRole('checkbox').nth(2)
    expect(await box.isChecked()).toBe(false)
    await box.check()
    await page.goto(`${served.site.origin}/modellen/vedlegg/til-lederen/`)
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)
    await page.goto(served.site.origin + path)
    expect(await box.isChecked()).toBe(true)
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1)
    await page.getByRole('button', { name: 'Fjern kryssene' }).click()
    expect(await box.isChecked()).toBe(false)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect(requests.filter((url) => !url.endsWith('/'))).toEqual([])
    expect(requests.length).toBe(3)
    await context.close()
  })

  test('can be ticked without script, and promises nothing that needs it', async () => {
    const context = await served.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(served.site.origin + path)
    await page.getByLabel(/Stedet vet at vi kommer/).check()
    expect(await page.getByRole('button', { name: 'Fjern kryssene' }).count()).toBe(0)
    await context.close()
  })
})
