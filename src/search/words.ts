/** The word list that an editor keeps, `content/search/words.yaml`: what people call things that the pages call else. */
import { z } from 'zod'
import { sitePath, text } from '#editorial/field.ts'

const means = z.strictObject({
  words: z
    .array(text())
    .min(1)
    .meta({ label: 'Ordene folk bruker', hint: 'For eksempel penger, cash', input: 'words' }),
  finds: z.array(text()).min(1).meta({
    label: 'Ord på sidene',
    hint: 'Sider med ett av disse i tittel, situasjon eller søkeord blir funnet. For eksempel stønad',
    input: 'words',
  }),
})

const page = z.strictObject({
  path: sitePath().meta({ label: 'Side', hint: 'For eksempel /kafe/' }),
  words: z.array(text()).min(1).meta({ label: 'Søkeord', input: 'words' }),
})

export const searchWordsSchema = z.strictObject({
  ignored: z.array(text()).meta({
    label: 'Småord',
    hint: 'Ord som ikke sier noe om hva man leter etter, for eksempel «hvordan»',
    input: 'words',
  }),
  same: z.array(z.array(text()).min(2).meta({ input: 'words' })).meta({
    label: 'Samme ord',
    one: 'gruppe',
    hint: 'Nynorsk, dialekt og andre skrivemåter. Det første er det som står på sidene',
  }),
  means: z.array(means).meta({ label: 'Hverdagsord', one: 'hverdagsord' }),
  pages: z
    .array(page)
    .meta({ label: 'Søkeord for sider uten eget felt', one: 'side', hint: 'For sider som kafeen' }),
})
export type SearchWords = z.output<typeof searchWordsSchema>
