/** One act as a person reads it. */
export interface DoneAct {
  /** When, as the database keeps it. */
  readonly at: string
  readonly what: string
  readonly who: string
}

/**
 * Puts together what somebody did several times in a row on one day.
 *
 * @param acts the newest first
 * @returns each with how many times; `at` is the last time
 */
export function gatherActs(acts: readonly DoneAct[]): (DoneAct & { readonly times: number })[] {
  const gathered: (DoneAct & { times: number })[] = []
  for (const act of acts) {
    const before = gathered.at(-1)
    const isSame =
      before?.what === act.what && before.who === act.who && before.at.slice(0, 10) === act.at.slice(0, 10)
    if (before && isSame) before.times += 1
    else gathered.push({ ...act, times: 1 })
  }
  return gathered
}
