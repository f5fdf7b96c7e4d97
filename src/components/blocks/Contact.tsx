import type { Municipality, Contact as Office } from '#editorial/municipality.ts'
import type { Resource } from '#editorial/resource.ts'

export const offices = ['respite', 'allocation', 'volunteerCentre', 'switchboard'] as const
type OfficeName = (typeof offices)[number]

interface Props {
  /** A file in `content/resources/`, without its ending. */
  id?: string
  /** A local office of municipality.yaml. */
  office?: OfficeName
}

const officeTitles: Readonly<Record<OfficeName, string>> = {
  respite: 'Koordinator for frivillig avlastning',
  allocation: 'Kontoret som tar imot søknader',
  volunteerCentre: 'Frivilligsentralen',
  switchboard: 'Servicekontoret',
}

const telephone = (number: string) => `tel:${number.replaceAll(' ', '')}`

/**
 * The contact block for one municipality and its list of resources.
 *
 * @throws when a page names a resource that does not exist: the build stops rather than show an empty box
 */
export function contactBlock(municipality: Municipality, resources: readonly (Resource & { id: string })[]) {
  return function Contact({ id, office }: Props) {
    if (office)
      return (
        <OfficeBox title={officeTitles[office]} office={municipality[office]} municipality={municipality} />
      )
    const resource = resources.find((each) => each.id === id)
    if (!resource)
      throw new Error(`<Contact id="${id}">: expected the name of a file in content/resources, got none`)
    return <ResourceBox resource={resource} />
  }
}

/** An office whose number nobody has confirmed is named, and the reader is sent to the municipality. */
function OfficeBox(props: { title: string; office: Office | undefined; municipality: Municipality }) {
  const { office, municipality } = props
  const confirmed = office?.confirmedAt !== undefined
  return (
    <address className="box">
      <strong>{office?.name ?? props.title}</strong>
      {confirmed && office.phone && (
        <p className="big">
          <a href={telephone(office.phone)}>{office.phone}</a>
        </p>
      )}
      {confirmed && office.openingHours && <p>{office.openingHours}</p>}
      {confirmed && office.address && <p>{office.address}</p>}
      {!confirmed && (
        <p>
          Vi har ikke fått bekreftet nummeret ennå. Spør {municipality.officialName}, eller se{' '}
          {office?.website ? (
            <a href={office.website}>nettsiden deres</a>
          ) : (
            <a href={municipality.website}>kommunens nettsted</a>
          )}
          .
        </p>
      )}
    </address>
  )
}

function ResourceBox({ resource }: { resource: Resource }) {
  return (
    <address className="box">
      <strong>{resource.name}</strong>
      {resource.phone && (
        <p className="big">
          <a href={telephone(resource.phone)}>{resource.phone}</a>
        </p>
      )}
      {resource.openingHours.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {resource.website && (
        <p>
          <a href={resource.website}>{new URL(resource.website).hostname.replace(/^www\./, '')}</a>
        </p>
      )}
      {resource.seenYear && (
        <p className="small">Opplysningen er fra {resource.seenYear}. Sjekk at den stemmer.</p>
      )}
    </address>
  )
}
