/** How far each proof goes: a short round in `npm test`, the long one in `npm run test:faults`. */
export const isLong = process.env.PUSTEROM_TEST_LONG === '1'

export const size = isLong
  ? { kills: 20, postsPerKill: 1000, slowConnections: 500, mails: 300, repeats: 20 }
  : { kills: 2, postsPerKill: 75, slowConnections: 100, mails: 10, repeats: 4 }

/** The longest that a test may take, in milliseconds. */
export const patience = isLong ? 1_800_000 : 120_000

export function say(progress: string): void {
  if (isLong) process.stderr.write(`  ${progress}\n`)
}
