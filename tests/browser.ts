/** The browser of the tests: Chromium from wherever this machine has it, always with the same flags. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-gpu',
  '--lang=nb-NO',
]
const systemNames = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome']

/** Starts one browser. A suite starts it once and closes it when it ends. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH || findSystemChrome() || (await packagedChrome())
  return chromium.launch({ args: flags, ...(executablePath && { executablePath }) })
}

function findSystemChrome(): string | undefined {
  const folders = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
  return folders.flatMap((folder) => systemNames.map((name) => join(folder, name))).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Chromium from npm, for Linux on x64. Elsewhere nothing: Playwright then looks for its own. */
async function packagedChrome(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { default: sparticuz } = await import('@sparticuz/chromium')
  return sparticuz.executablePath()
}
