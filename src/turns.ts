/** Heavy work for whoever asks: one piece at a time, and everybody's next one comes around as often as anybody's. */

/** @param who asks: of each there is one in the line, and whoever asks for much waits for herself */
type Turns = <Result>(who: string, act: () => Promise<Result>) => Promise<Result>

/** @example const inTurn = createTurns(); await inTurn(editor.id, () => redraw(bytes, 'jpeg', 30)) */
export function createTurns(): Turns {
  const own = new Map<string, Promise<unknown>>()
  let last: Promise<unknown> = Promise.resolve()

  return (who, act) => {
    const turn = (own.get(who) ?? Promise.resolve()).then(() => {
      const mine = last.then(act)
      last = mine.catch(() => {})
      return mine
    })
    const over = turn.then(forget, forget)
    own.set(who, over)
    return turn

    function forget() {
      if (own.get(who) === over) own.delete(who)
    }
  }
}
