/** What acts on one sign-up need: the time, and the course with the words of its mail while it is on the site. */
import type { APIContext } from 'astro'
import { counterOf } from '#intake/seats/counter.ts'
import { getRuntime } from '#server/locals.ts'
import { getEdition } from '../../../../../content.ts'

export async function atOf({ locals, params: { slug }, url }: Pick<APIContext, 'locals' | 'params' | 'url'>) {
  const runtime = getRuntime(locals)
  const edition = await getEdition()
  const course = edition.courses.find((each) => each.slug === slug)
  const origin = runtime.environment.publicUrl?.origin ?? url.origin
  return { now: runtime.now(), counter: course && counterOf({ ...runtime, origin }, edition, course) }
}

export const backTo = (slug = ''): string => `/koordinator/kurs/${slug}/`
