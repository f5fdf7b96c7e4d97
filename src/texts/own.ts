import { readBuildSettings } from '#env.ts'
import { readTexts } from './read.ts'
import type { Texts } from './text.ts'

/** The texts of the content folder. A serverless host has none: there they are a part of the program. */
export function readOwn(): Promise<Texts> {
  const { contentFolder, municipality } = readBuildSettings()
  return readTexts(contentFolder, municipality)
}
