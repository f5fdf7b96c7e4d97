/** Each host's own way to go on working after the answer has been sent. */

type Later = (work: Promise<unknown>) => void
interface WithWaitUntil {
  readonly waitUntil?: Later
}

/** Where @vercel/functions finds its request, too. */
const vercelContext = Symbol.for('@vercel/request-context')

/** @returns nothing where the host gives no such way; then the scheduled call does the work */
export function laterOf(locals: object): Later | undefined {
  const { netlify, cfContext } = locals as {
    netlify?: { context?: WithWaitUntil }
    cfContext?: WithWaitUntil
  }
  const vercel = (globalThis as { [vercelContext]?: { get?(): WithWaitUntil | undefined } })[vercelContext]
  const context = netlify?.context ?? cfContext ?? vercel?.get?.()
  return context?.waitUntil && ((work) => context.waitUntil?.(work))
}
