import type { Runtime } from './runtime.ts'

/** What an on-demand page works with. @throws while static pages are built, where there is none */
export function getRuntime(locals: App.Locals): Runtime {
  if (!locals.runtime)
    throw new Error('expected a page with `export const prerender = false`, got a static one')
  return locals.runtime
}
