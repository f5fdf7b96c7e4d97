/** How pages are to those who see or steer otherwise: on a phone and at a desk, in light and in dark. */
import type { Page } from 'playwright-core'
import { findBarriers } from '../barriers.ts'

/** @returns what is wrong, with the page and the look it has then. A dark page differs from a light one in colours alone. */
export async function lookAt(page: Page, paths: readonly string[]): Promise<string[]> {
  const findings: string[] = []
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: 'light' })
    const answer = await page.goto(path)
    if (answer?.status() !== 200) findings.push(`${path}: expected 200, got ${answer?.status()}`)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      if (wide > width) findings.push(`${path}: expected ${width} px at most, got ${wide}`)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const found = await findBarriers(page, { onlyColours: colorScheme === 'dark' })
        findings.push(...found.map((each) => `${path} at ${width} px, ${colorScheme}: ${each}`))
      }
    }
  }
  return findings
}
