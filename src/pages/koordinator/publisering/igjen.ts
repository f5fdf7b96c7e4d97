import { actRoute } from '#server/act.ts'
import { getRuntime } from '#server/locals.ts'

export const prerender = false

/** Builds the texts that somebody went back from, after all. */
export const POST = actRoute(({ locals }) => ({
  name: 'publish-again',
  on: { table: 'deployment', row: 'all' },
  back: '/koordinator/publisering/',
  done: 'publisert-igjen',
  run: async () => getRuntime(locals).publishing?.goOn(),
}))
