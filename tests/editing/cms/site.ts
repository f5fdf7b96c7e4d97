/** The texts of the project as the CMS is set up for them. */
import { readdirSync, readFileSync } from 'node:fs'
import { cmsConfig } from '#editing/cms/config.ts'

/** Path below `content/` → text. */
export const files: ReadonlyMap<string, string> = new Map(
  readdirSync('content', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(yaml|mdx)$/.test(path))
    .sort()
    .map((path) => [path, readFileSync(`content/${path}`, 'utf8')]),
)

export const configOf = (municipality: string, elsewhere?: string) =>
  cmsConfig({ municipality, files, elsewhere })
