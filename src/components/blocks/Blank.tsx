interface Props {
  /** What is asked for. */
  label: string
  /** How many lines there are to write on. */
  lines?: string
}

/** A place to write on by hand, seen as on paper. Nothing is filled in on the screen. */
export function Blank({ label, lines = '1' }: Props) {
  return (
    <div className={lines === '1' ? 'blank beside' : 'blank'}>
      <p>
        <strong>{label}</strong>
      </p>
      {Array.from({ length: Number(lines) }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move.
        <span key={line} className="line" />
      ))}
    </div>
  )
}
