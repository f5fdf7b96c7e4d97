/**
 * Where Chromium is on this machine. As vitest's globalSetup it unpacks the one from npm before any test runs: two files
 * that did so at once would each start what the other has half written.
 */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const systemNames = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome']

/** @returns nothing where Playwright shall look for its own */
export const findChromium = async (): Promise<string | undefined> =>
  process.env.CHROME_PATH || findSystemChrome() || (await packagedChrome())

export default async function unpack(): Promise<void> {
  await findChromium()
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

/** Chromium from npm, for Linux on x64. */
async function packagedChrome(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { default: sparticuz } = await import('@sparticuz/chromium')
  return sparticuz.executablePath()
}
