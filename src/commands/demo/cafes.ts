/** Notes how many came to the cafés of Fjordvik. The latest is left for whoever looks at the demonstration. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { cafeSchema, toCafe } from '#calendar/cafe.ts'
import { noteHeadCount } from '#db/head-counts.ts'
import type { Municipality } from '#editorial/municipality.ts'
import { listCafeDates } from '#intake/cafe-dates.ts'
import type { Runtime } from '#server/runtime.ts'

const came = [11, 7, 14, 9, 12]

/** Run again it changes nothing. */
export async function seedHeadCounts(
  { db, environment, now }: Runtime,
  municipality: Municipality,
  by: string,
): Promise<void> {
  const folder = join(environment.contentFolder, 'municipalities', 'fjordvik', 'cafes')
  const files = (await readdir(folder)).sort()
  const cafes = await Promise.all(
    files.map(async (file) => {
      const data = cafeSchema.parse(parse(await readFile(join(folder, file), 'utf8')))
      return toCafe(file.replace('.yaml', ''), data, municipality)
    }),
  )
  const [, ...counted] = await listCafeDates(db, cafes, now())
  for (const [index, { uid, title, startsAt, heads }] of counted.entries()) {
    if (heads !== undefined) continue
    const date = startsAt.toPlainDate().toString()
    await noteHeadCount(db, { uid, title, date, heads: came[index % came.length] ?? 0, by, now: now() })
  }
}
