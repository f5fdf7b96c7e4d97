import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { type Density, planLimits } from '#calendar/plan.ts'
import { serve } from '../served.ts'

const served = serve('fjordvik')

async function openPlan(path: string): Promise<Page> {
  const page = await served.browser.newPage()
  await page.goto(served.site.origin + path)
  return page
}

async function countSheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const sizes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  // A4 in points.
  expect(
    sizes.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))])[0],
  ).toEqual([595, 842])
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

describe('half a year is one sheet of A4', () => {
  test.each(['/kalender/halvar/', '/kafe/etter-pa/halvar/'])('at %s', async (path) => {
    expect(await countSheets(await openPlan(path))).toBe(1)
  })

  test.each(Object.keys(planLimits) as Density[])('when set %s and full', async (density) => {
    const page = await openPlan('/kalender/halvar/')
    const { lines, lineLength } = planLimits[density]
    const places = await page.locator('.plan-about p').count()
    const sentence = 'tir 24. kl. 12.00–14.00 Blåbærkafé med mye å si om alt'.slice(0, lineLength)
    const texts = Array.from({ length: Math.floor((lines - 4 * places) / 6) - 3 }, () => sentence)
    expect(texts.length).toBeGreaterThan(1)
    await page.evaluate(
      ([density, texts]) => {
        const item = (text: string) => {
          const li = document.createElement('li')
          li.textContent = text
          return li
        }
        const plan = document.querySelector<HTMLElement>('.plan')
        if (plan) plan.dataset.density = density
        const months = document.querySelector('.plan-months')
        const [month] = months?.children ?? []
        const full = Array.from({ length: 6 }, () => {
          const copy = month?.cloneNode(true) as Element
          copy.querySelector('ul')?.replaceChildren(...texts.map(item))
          return copy
        })
        months?.replaceChildren(...full)
      },
      [density, texts] as const,
    )
    expect(await countSheets(page)).toBe(1)
  })
})
