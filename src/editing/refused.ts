/** What an editor is told when something cannot be done: in Norwegian, with what to do next. */
export class Refused extends Error {
  readonly status: 403 | 404 | 409 | 413 | 422
  /** Nobody comes here by a slip of the hand: it is noted. */
  readonly trick: boolean
  constructor(status: Refused['status'], message: string, { trick = false } = {}) {
    super(message)
    this.status = status
    this.trick = trick
  }
}
