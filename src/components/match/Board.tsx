/** Matches in columns by how they stand. Without script it is lists with links and buttons; with script cards move. */
import type { DragEvent, MouseEvent, SubmitEvent } from 'react'
import type { Card, Column } from './board.ts'
import type { Move } from './moves.ts'

export interface Hands {
  /** Does a move; the page's own form or link is then left alone. */
  readonly move: (card: Card, move: Move) => void
  readonly lift: (card: Card) => void
  readonly drop: (column: Column) => void
}

interface Props {
  readonly columns: readonly Column[]
  /** In the browser. */
  readonly hands?: Hands
  /** The card that an act is done with just now. */
  readonly busy?: string | undefined
}

export function Board({ columns, hands, busy }: Props) {
  return (
    <div className="board">
      {columns.map((column) => (
        <section
          key={column.state}
          aria-labelledby={`kolonne-${column.state}`}
          onDragOver={hands && ((event: DragEvent) => event.preventDefault())}
          onDrop={hands && (() => hands.drop(column))}
        >
          <h2 id={`kolonne-${column.state}`}>
            {column.title} <span className="count">({column.total})</span>
          </h2>
          {column.cards.length === 0 ? (
            <p className="small">{column.empty}</p>
          ) : (
            <ul>
              {column.cards.map((card) => (
                <CardItem key={card.id} card={card} hands={hands} busy={busy === card.id} />
              ))}
            </ul>
          )}
          {column.total > column.cards.length && (
            <p>
              <a href={column.all}>Se alle {column.total}</a>
            </p>
          )}
        </section>
      ))}
    </div>
  )
}

function CardItem({ card, hands, busy }: { card: Card; hands?: Hands | undefined; busy: boolean }) {
  const { id, path, volunteer, referral, area, due, moves } = card
  // An ending is never the button that stands out.
  const first = moves.find(({ to }) => to !== 'ended')
  const others = moves.filter((move) => move !== first)
  return (
    <li
      className="board-card"
      aria-busy={busy || undefined}
      draggable={hands !== undefined && moves.some(({ to }) => to !== undefined)}
      onDragStart={hands && (() => hands.lift(card))}
    >
      <p className="name">
        <a id={`kort-${id}`} href={path}>
          {volunteer && (
            <>
              <bdi>{volunteer}</bdi> og{' '}
            </>
          )}
          <bdi>{referral}</bdi>
        </a>
      </p>
      <p className="small">
        <bdi>{area}</bdi>
      </p>
      {due && (
        <p className={`due ${due.tone}`}>
          {due.tone === 'red' && <span aria-hidden="true">! </span>}
          {due.words}
          <br />
          {due.tone === 'red' && 'Frist var '}
          {due.day}
        </p>
      )}
      {first && <MoveButton card={card} move={first} hands={hands} main />}
      {others.length > 0 && (
        <details>
          <summary>
            Mer<span className="unseen">: {referral}</span>
          </summary>
          {others.map((move) => (
            <MoveButton key={move.noun} card={card} move={move} hands={hands} />
          ))}
        </details>
      )}
    </li>
  )
}

interface ButtonProps {
  readonly card: Card
  readonly move: Move
  readonly hands?: Hands | undefined
  readonly main?: boolean
}

function MoveButton({ card, move, hands, main = false }: ButtonProps) {
  const href = `${card.path}${move.noun}/`
  const look = main ? 'button' : 'button plain'
  const about = (
    <span className="unseen">: {[card.volunteer, card.referral].filter(Boolean).join(' og ')}</span>
  )
  const act =
    hands &&
    ((event: MouseEvent | SubmitEvent) => {
      event.preventDefault()
      hands.move(card, move)
    })
  if (move.asks)
    return (
      <a className={look} href={href} onClick={card.volunteer ? act : undefined}>
        {move.label}
        {about}
      </a>
    )
  return (
    <form method="post" action={href} onSubmit={act}>
      <input type="hidden" name="_til" value="/koordinator/koblinger/" />
      <input type="hidden" name="_key" value={card.key} />
      <button type="submit" className={look}>
        {move.label}
        {about}
      </button>
    </form>
  )
}
