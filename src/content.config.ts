/** Which folder of `content/` follows which schema. Nothing else. */

import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { cafeSchema } from '#calendar/cafe.ts'
import { courseSchema } from '#calendar/course.ts'
import { complaintsSchema } from '#editorial/complaint.ts'
import { finderSchema } from '#editorial/finder-words.ts'
import { frontSchema } from '#editorial/front.ts'
import { lawSchema } from '#editorial/law.ts'
import { mishapsSchema } from '#editorial/mishap.ts'
import { municipalitySchema } from '#editorial/municipality.ts'
import { noticeSchema } from '#editorial/notice.ts'
import { articleSchema, rightSchema } from '#editorial/page.ts'
import { resourceSchema } from '#editorial/resource.ts'
import { resourcePageSchema } from '#editorial/resource-page.ts'
import { resourceTextSchema } from '#editorial/resource-text.ts'
import { screenSchema } from '#editorial/screen.ts'
import { searchPageSchema } from '#editorial/search-page.ts'
import { interfaceSchema } from '#editorial/site.ts'
import { youngSchema } from '#editorial/young.ts'
import { readEnvironment } from '#env.ts'
import { courseMailSchema } from '#forms/course-mail.ts'
import { formWordsSchema } from '#forms/forms.ts'
import { searchWordsSchema } from '#search/words.ts'

const { contentFolder, municipality } = readEnvironment()

/** Files of one folder; the id of an entry is its path below that folder, without the ending. */
const files = (folder: string, pattern: string) =>
  glob({
    base: `${contentFolder}/${folder}`,
    pattern,
    generateId: ({ entry }) => entry.replace(/\.[a-z]+$/, ''),
  })
const local = (folder: string, pattern = '*.yaml') =>
  files(`municipalities/${municipality}/${folder}`, pattern)

export const collections = {
  front: defineCollection({ loader: files('pages', '*/front.yaml'), schema: frontSchema }),
  interface: defineCollection({ loader: files('pages', '*/interface.yaml'), schema: interfaceSchema }),
  courseMail: defineCollection({ loader: files('pages', '*/course-mail.yaml'), schema: courseMailSchema }),
  complaints: defineCollection({ loader: files('pages', '*/complaints.yaml'), schema: complaintsSchema }),
  mishaps: defineCollection({ loader: files('pages', '*/mishaps.yaml'), schema: mishapsSchema }),
  finder: defineCollection({ loader: files('pages', '*/finder.yaml'), schema: finderSchema }),
  young: defineCollection({ loader: files('pages', '*/young.yaml'), schema: youngSchema }),
  screen: defineCollection({ loader: files('pages', '*/screen.yaml'), schema: screenSchema }),
  search: defineCollection({ loader: files('pages', '*/search.yaml'), schema: searchPageSchema }),
  resourcePage: defineCollection({ loader: files('pages', '*/resources.yaml'), schema: resourcePageSchema }),
  searchWords: defineCollection({ loader: files('search', 'words.yaml'), schema: searchWordsSchema }),
  rights: defineCollection({ loader: files('pages', '*/rights/*.mdx'), schema: rightSchema }),
  articles: defineCollection({ loader: files('pages', '*/!(rights)/*.mdx'), schema: articleSchema }),
  laws: defineCollection({ loader: files('laws', '*.yaml'), schema: lawSchema }),
  resourceTexts: defineCollection({
    loader: files('pages', '*/resources/*.yaml'),
    schema: resourceTextSchema,
  }),
  resources: defineCollection({ loader: files('resources', '*.yaml'), schema: resourceSchema }),
  forms: defineCollection({ loader: files('forms', '*.yaml'), schema: formWordsSchema }),
  municipality: defineCollection({ loader: local('', 'municipality.yaml'), schema: municipalitySchema }),
  localResources: defineCollection({ loader: local('resources'), schema: resourceSchema }),
  notices: defineCollection({ loader: local('notices'), schema: noticeSchema }),
  cafes: defineCollection({ loader: local('cafes'), schema: cafeSchema }),
  courses: defineCollection({ loader: local('courses'), schema: courseSchema }),
}
