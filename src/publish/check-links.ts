/**
 * Asks whether addresses still answer, gently: one question at a time to each host, a few hosts at once, and a pause
 * where a host asks for one. Only 404 and 410 mean that a page is gone; everything else may be the network, or a host
 * that does not speak with programs.
 */
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export interface LinkOutcome {
  readonly url: string
  readonly state: 'alive' | 'gone' | 'refused' | 'unanswered'
  /** In Norwegian: what came instead of an answer. */
  readonly reason: string
}

interface LinkOptions {
  /** How long one question may take. */
  readonly timeout?: number
  readonly hostsAtOnce?: number
  /** Before another try, in milliseconds; a host's own wish counts up to the last of them. */
  readonly pauses?: readonly number[]
  /** Where a host is, also one that another host leads to. Nowhere: it may not be asked. Without it, what DNS says. */
  readonly find?: (hostname: string) => Promise<readonly LookupAddress[]>
  /** Gives up: what was asked and what was not is then unknown. */
  readonly signal?: AbortSignal | undefined
  /** Gets each outcome as it comes. */
  readonly onOutcome?: (outcome: LinkOutcome) => void
}

/** After so many questions in a row without an answer a host is left in peace. */
const patience = 3
const unasked = (url: string): LinkOutcome => ({ url, state: 'unanswered', reason: 'verten svarer ikke nå' })

/**
 * @returns one outcome for each address, those of a host together
 * @throws the reason of the signal, at once
 */
export async function checkLinks(urls: Iterable<string>, options: LinkOptions = {}): Promise<LinkOutcome[]> {
  const { hostsAtOnce = 6, signal, onOutcome = () => {} } = options
  const outcomes: LinkOutcome[] = []
  const hosts = [...Map.groupBy(urls, (url) => new URL(url).host).values()]
  const next = async (): Promise<void> => {
    let silent = 0
    for (const url of hosts.shift() ?? []) {
      signal?.throwIfAborted()
      const outcome = silent < patience ? await checkLink(url, options) : unasked(url)
      silent = outcome.state === 'unanswered' ? silent + 1 : 0
      outcomes.push(outcome)
      onOutcome(outcome)
    }
    if (hosts.length > 0) await next()
  }
  const givenUp = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  // A host that does not answer keeps nobody who gives up.
  await Promise.race([Promise.all(Array.from({ length: hostsAtOnce }, next)), givenUp])
  return outcomes
}

async function checkLink(url: string, options: LinkOptions): Promise<LinkOutcome> {
  const { pauses = [2_000, 15_000], signal } = options
  const longest = pauses.at(-1) ?? 0
  for (let attempt = 0; ; attempt += 1) {
    const answer = await ask(url, options)
    if ('unasked' in answer) return { url, state: 'refused', reason: answer.unasked }
    if ('status' in answer && answer.status < 400) return { url, state: 'alive', reason: '' }
    if ('status' in answer && (answer.status === 404 || answer.status === 410))
      return { url, state: 'gone', reason: `svarer ${answer.status}` }
    const isPassing = !('status' in answer) || answer.status === 429 || answer.status >= 500
    const reason = 'status' in answer ? `svarer ${answer.status}` : answer.failure
    if (!isPassing) return { url, state: 'refused', reason }
    const pause = pauses[attempt]
    if (pause === undefined) return { url, state: 'unanswered', reason }
    await wait(
      Math.min(Math.max(pause, ('status' in answer && answer.retryAfter) || 0), longest),
      undefined,
      {
        signal,
      },
    )
  }
}

type Answer = { status: number; retryAfter: number } | { failure: string } | { unasked: string }

/** As many as browsers follow. */
const mostHops = 20

/** The head alone spares the host; many hosts only know how to send the whole page. */
async function ask(url: string, options: LinkOptions): Promise<Answer> {
  const head = await send('HEAD', url, options)
  const isSure = 'status' in head && (head.status < 400 || head.status === 429)
  return isSure || 'unasked' in head ? head : send('GET', url, options)
}

async function send(method: 'HEAD' | 'GET', url: string, options: LinkOptions): Promise<Answer> {
  const { timeout = 15_000, find = findAny, signal: given } = options
  const limit = AbortSignal.timeout(timeout)
  const signal = given ? AbortSignal.any([given, limit]) : limit
  try {
    let at = new URL(url)
    for (let hop = 0; hop < mostHops; hop += 1) {
      const addresses = await find(at.hostname)
      if (addresses.length === 0) return { unasked: 'ligger ikke på det åpne nettet' }
      const { statusCode: status = 0, headers } = await request(method, at, addresses, signal)
      const next = status >= 300 && status < 400 && headers.location
      if (!next) return { status, retryAfter: Number(headers['retry-after'] ?? 0) * 1_000 }
      at = new URL(next, at)
    }
    return { failure: 'fører i ring' }
  } catch (error) {
    const { name, code } = error as NodeJS.ErrnoException
    return { failure: limit.aborted ? 'svarte ikke i tide' : `ingen kontakt (${code ?? name})` }
  }
}

const findAny = (hostname: string) => lookup(hostname.replace(/^\[|\]$/g, ''), { all: true })

/** Connects to the addresses that were found, and to no other. Reads no more than the head of the answer. */
function request(
  method: 'HEAD' | 'GET',
  url: URL,
  addresses: readonly LookupAddress[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers = { 'user-agent': 'Pusterom check:links', accept: 'text/html,*/*' }
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const connection = { agent: false, autoSelectFamily: true, lookup: answerWith(addresses) } as const
  const asked = (url.protocol === 'https:' ? https : http).request(
    url,
    { method, headers, signal, ...connection },
    (response) => {
      resolve(response)
      response.destroy()
    },
  )
  asked.on('error', reject).end()
  return promise
}

const answerWith =
  (addresses: readonly LookupAddress[]): LookupFunction =>
  (_hostname, _options, callback) =>
    callback(null, [...addresses])
