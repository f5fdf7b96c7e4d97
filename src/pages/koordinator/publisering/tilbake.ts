import { actRoute } from '#server/act.ts'
import { getRuntime } from '#server/locals.ts'

export const prerender = false

/** Shows the site as it was before the last change. The texts stay as they are saved. */
export const POST = actRoute(({ locals }) => ({
  name: 'roll-back',
  on: { table: 'deployment', row: 'all' },
  back: '/koordinator/publisering/',
  done: 'gått-tilbake',
  run: async () => ((await getRuntime(locals).publishing?.goBack()) ? undefined : { refused: 'ingen-eldre' }),
}))
