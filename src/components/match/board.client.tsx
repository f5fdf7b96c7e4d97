/**
 * With script the cards of the board move: by their buttons, or by being dragged. Every move is the same act as without
 * script, sent to the same address; the answer is the server's own page, and the board is drawn again from it. So what
 * stands here is what is kept, and the words are the same.
 */
import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Board } from './Board.tsx'
import type { Card, Column } from './board.ts'
import type { Move } from './moves.ts'
import { type Answer, ask, type Question, send } from './server-pages.ts'

interface Said {
  readonly text: string
  /** The card it was about, to go on from or to undo. */
  readonly card?: Card | undefined
}

function LiveBoard({ first }: { first: readonly Column[] }) {
  const [columns, setColumns] = useState(first)
  const [said, setSaid] = useState<Said>({ text: '' })
  const [busy, setBusy] = useState<string>()
  const [question, setQuestion] = useState<{ card: Card; page: Question }>()
  const lifted = useRef<Card>(undefined)
  const focusNext = useRef<string>(undefined)
  // The card that was moved has the focus, where it is now. Only once it has been drawn there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the board is drawn again
  useEffect(() => {
    if (focusNext.current) document.getElementById(focusNext.current)?.focus()
    focusNext.current = undefined
  }, [columns])

  const show = (card: Card, answer: Answer) => {
    if ('elsewhere' in answer) {
      location.assign(card.path)
      return
    }
    if ('question' in answer) {
      setQuestion({ card, page: answer.question })
      return
    }
    setQuestion(undefined)
    setColumns(answer.columns)
    const moved = answer.columns.flatMap(({ cards }) => cards).find(({ id }) => id === card.id)
    setSaid({ text: `${answer.words} ${whereIs(card, answer.columns)}`.trim(), card: moved })
    focusNext.current = moved ? `kort-${card.id}` : 'tavle-sagt'
  }

  const act = async (card: Card, work: () => Promise<Answer>) => {
    setBusy(card.id)
    try {
      show(card, await work())
    } catch {
      setSaid({ text: 'Vi fikk ikke svar. Er du på nett? Prøv igjen.' })
    } finally {
      setBusy(undefined)
    }
  }
  const move = (card: Card, { noun, asks }: Move) => {
    const href = `${card.path}${noun}/`
    if (asks) act(card, () => ask(href))
    else act(card, () => send(href, { _key: card.key }))
  }
  const drop = ({ state, title }: Column) => {
    const card = lifted.current
    lifted.current = undefined
    if (!card) return
    const wanted = card.moves.find(({ to }) => to === state)
    if (wanted && card.volunteer) move(card, wanted)
    else if (wanted) location.assign(`${card.path}${wanted.noun}/`)
    else if (!hasCard(columns, state, card))
      setSaid({
        text: `${nameOf(card)} kan ikke flyttes til «${title}». Neste steg er: ${card.moves[0]?.label}.`,
      })
  }
  const undo = said.card?.undo
  const undoLast = (card: Card) =>
    act(card, () => send(`${card.path}angring/`, { nummer: card.undo ?? '', _key: crypto.randomUUID() }))

  return (
    <>
      <div className="board-said">
        <p id="tavle-sagt" tabIndex={-1} role="status">
          {said.text}
        </p>
        {undo && said.card && (
          <button type="button" className="button plain" onClick={() => said.card && undoLast(said.card)}>
            Angre
          </button>
        )}
      </div>
      <Board columns={columns} hands={{ move, drop, lift: (card) => (lifted.current = card) }} busy={busy} />
      {question && (
        <Ask
          page={question.page}
          close={() => {
            setQuestion(undefined)
            document.getElementById(`kort-${question.card.id}`)?.focus()
          }}
          submit={(href, fields) => act(question.card, () => send(href, fields))}
        />
      )}
    </>
  )
}

interface AskProps {
  readonly page: Question
  readonly close: () => void
  readonly submit: (href: string, fields: Readonly<Record<string, string>>) => void
}

/** The page of an act in a box above the board: its own words and its own form. */
function Ask({ page, close, submit }: AskProps) {
  const box = useRef<HTMLDialogElement>(null)
  const inside = useRef<HTMLDivElement>(null)
  useEffect(() => {
    inside.current?.replaceChildren(...page.nodes)
    if (!box.current?.open) box.current?.showModal()
    const wrong = inside.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const field = inside.current?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea')
    ;(wrong ?? field)?.focus()
  }, [page])
  return (
    <dialog
      ref={box}
      className="move"
      aria-label={page.title}
      onClose={close}
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.target as HTMLFormElement
        submit(form.getAttribute('action') ?? '', readFields(form))
      }}
    >
      <div ref={inside} />
      <button type="button" className="button plain" onClick={() => box.current?.close()}>
        Avbryt
      </button>
    </dialog>
  )
}

const readFields = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
const nameOf = ({ volunteer, referral }: Card) => [volunteer, referral].filter(Boolean).join(' og ')
const hasCard = (columns: readonly Column[], state: Column['state'], card: Card) =>
  columns.some((column) => column.state === state && column.cards.some(({ id }) => id === card.id))

function whereIs(card: Card, columns: readonly Column[]): string {
  const column = columns.find(({ cards }) => cards.some(({ id }) => id === card.id))
  return column ? `${nameOf(card)} står nå under «${column.title}».` : ''
}

const place = document.querySelector<HTMLElement>('#tavle')
if (place?.dataset.board) createRoot(place).render(<LiveBoard first={JSON.parse(place.dataset.board)} />)
