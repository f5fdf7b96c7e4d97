/** The configuration of the CMS for the texts as they are published. */
import { root } from '../place.ts'
import { mainRef, type Repository } from '../repository.ts'
import { listFiles, readBlobs } from '../tree.ts'
import { type CmsConfig, cmsConfig } from './config.ts'

export async function readConfig(
  repository: Repository,
  municipality: string,
  elsewhere: string | undefined,
): Promise<CmsConfig> {
  const listed = await listFiles(repository, mainRef, `${root}/`)
  const texts = listed.filter(({ path }) => /\.(mdx|yaml)$/.test(path))
  const contents = await readBlobs(
    repository,
    texts.map(({ blob }) => blob),
  )
  const files = new Map(texts.map(({ path }, at) => [path.slice(root.length + 1), String(contents[at])]))
  return cmsConfig({ municipality, files, elsewhere })
}
