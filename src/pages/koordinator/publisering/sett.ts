import type { APIRoute } from 'astro'
import { noteSeenWords } from '#db/seen-words.ts'
import { actRoute } from '#server/act.ts'
import { getRuntime } from '#server/locals.ts'

export const prerender = false

const back = '/koordinator/publisering/'

/** Lets an editor's text be as it is, until the program has newer words for it than those that she has seen. */
export const POST: APIRoute = async (context) => {
  // Before the transaction, which others wait for.
  const kept = (await getRuntime(context.locals).editing?.kept()) ?? []
  return actRoute(() => ({
    name: 'see-words',
    on: { table: 'pages', row: 'all' },
    back,
    done: 'sett',
    async run(trx, { fields, now }) {
      const [path, shipped] = ['path', 'shipped'].map((name) => fields.get(name)?.[0])
      const found = kept.find((each) => each.path === path && each.shipped === shipped)
      if (!found) return { refused: 'endret' }
      await noteSeenWords(trx, { ...found, now })
      return { to: back, row: `/${found.path}` }
    },
  }))(context)
}
