/** The courses that stand in no public outlet, read straight from the content: what a command must know of them. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

/** @returns the slugs, in order; none when the municipality has no courses */
export async function listUnlistedCourses(contentFolder: string, municipality: string): Promise<string[]> {
  const folder = join(contentFolder, 'municipalities', municipality, 'courses')
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.yaml'))
  const found = await Promise.all(
    files.map(async (file) => {
      const course: unknown = parse(await readFile(join(folder, file), 'utf8'))
      const unlisted = (course as { unlisted?: unknown } | null)?.unlisted === true
      return unlisted ? [file.slice(0, -'.yaml'.length)] : []
    }),
  )
  return found.flat().sort()
}
