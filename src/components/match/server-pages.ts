/** Reads the server's own pages as answers: nothing is said twice, in a page and in a script. */
import type { Column } from './board.ts'

/** A page that asks something: its words and its form. */
export interface Question {
  readonly title: string
  readonly nodes: readonly Node[]
}

export type Answer =
  /** The board as it is now, and what was done or why not. */
  | { readonly columns: readonly Column[]; readonly words: string }
  | { readonly question: Question }
  /** Another page than expected, such as the one to sign in on. */
  | { readonly elsewhere: true }

const board = '/koordinator/koblinger/'

/** Fetches the page of an act. */
export const ask = async (href: string): Promise<Answer> => read(await fetch(href))

/** Does an act as its form does, and comes back to the board. */
export async function send(href: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  return read(await fetch(href, { method: 'POST', body: new URLSearchParams({ ...fields, _til: board }) }))
}

async function read(response: Response): Promise<Answer> {
  if (!response.ok || new URL(response.url).pathname.startsWith('/logg-inn')) return { elsewhere: true }
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const data = page.querySelector<HTMLElement>('#tavle')?.dataset.board
  if (data)
    return {
      columns: JSON.parse(data) as Column[],
      words: page.querySelector('#gjort')?.textContent?.trim() ?? '',
    }
  const main = page.querySelector('main')
  if (!main?.querySelector('form')) return { elsewhere: true }
  for (const left of main.querySelectorAll('.crumbs, #gjort')) left.remove()
  const title = main.querySelector('h1')?.textContent?.trim() ?? ''
  return { question: { title, nodes: [...main.childNodes].map((node) => document.adoptNode(node)) } }
}
