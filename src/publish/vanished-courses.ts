/** Courses that people are on, and whose file is renamed or deleted: what an editor does without knowing. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { listCourseRows } from '#db/courses.ts'
import { instantText } from '#db/instant.ts'
import type { Database } from '#db/open.ts'
import { countSeats } from '#db/sign-ups.ts'
import type { FindingGroup } from '#editorial/report/finding.ts'

/** @param coursesFolder where the files of the municipality's courses lie */
export async function vanishedCourses(
  db: Database,
  coursesFolder: string,
  now: Temporal.Instant,
): Promise<FindingGroup> {
  const rows = (await listCourseRows(db)).filter(
    ({ slug, endsAt }) => endsAt > instantText(now) && !existsSync(join(coursesFolder, `${slug}.yaml`)),
  )
  const found = await Promise.all(
    rows.map(async ({ id, slug, title }) => {
      const { taken, waiting } = await countSeats(db, id)
      const line = `«${title}»: ${taken} påmeldte og ${waiting} på venteliste.`
      return { file: join(coursesFolder, `${slug}.yaml`), people: taken + waiting, lines: [line] }
    }),
  )
  return {
    title: 'Kurs som folk er påmeldt, men som ikke har noen fil',
    todo: 'Gi filen det gamle navnet igjen. Er kurset avlyst, lar du filen stå og skriver «Avlyst» på datoene.',
    findings: found.filter(({ people }) => people > 0).map(({ file, lines }) => ({ file, lines })),
  }
}
