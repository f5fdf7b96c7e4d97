/** The browser of the tests: Chromium from wherever this machine has it, always with the same flags. */
import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './chromium.ts'

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-gpu',
  '--lang=nb-NO',
]

/** Starts one browser. A suite starts it once and closes it when it ends. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium()
  return chromium.launch({ args: flags, ...(executablePath && { executablePath }) })
}
