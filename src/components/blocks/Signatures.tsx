interface Props {
  /** Who sign, with commas between. */
  of: string
  /** What stands below the line for place and date. */
  signedOn: string
  /** What stands below the line for the name. */
  signature: string
}

/** Lines to sign on by hand, for each who signs. */
export function Signatures({ of, signedOn, signature }: Props) {
  const parties = of.split(',').map((party) => party.trim())
  return (
    <div className="signatures">
      {parties.map((party) => (
        <div key={party} className="signature">
          <p>
            <strong>{party}</strong>
          </p>
          <p className="signed small">{signedOn}</p>
          <p className="signed small">{signature}</p>
        </div>
      ))}
    </div>
  )
}
