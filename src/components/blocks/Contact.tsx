import type { ContactWords } from '#editorial/block-words.ts'
import type { Contact as Office } from '#editorial/municipality.ts'
import type { Resource } from '#editorial/resource.ts'
import { fill, type Site } from '#editorial/site.ts'

export const offices = ['respite', 'allocation', 'volunteerCentre', 'switchboard'] as const
type OfficeName = (typeof offices)[number]

interface Props {
  /** A file in `content/resources/`, without its ending. */
  id?: string
  /** A local office of municipality.yaml. */
  office?: OfficeName
}

const hostOf = (address: string) => new URL(address).hostname.replace(/^www\./, '')
const telephone = (number: string) => `tel:${number.replaceAll(' ', '')}`

/**
 * The contact block for one municipality and its list of resources, in one language.
 *
 * @throws when a page names a resource that does not exist: the build stops rather than show an empty box
 */
export function contactBlock(
  { municipality, words, locale }: Pick<Site, 'municipality' | 'words' | 'locale'>,
  resources: readonly (Resource & { id: string })[],
) {
  return function Contact({ id, office }: Props) {
    if (office) return <OfficeBox name={office} municipality={municipality} words={words.contact} />
    const resource = resources.find((each) => each.id === id)
    if (!resource)
      throw new Error(
        `<Contact id="${id}">: expected a file in content/resources that has words in ${locale}, got none`,
      )
    return <ResourceBox resource={resource} words={words.contact} />
  }
}

/**
 * An office that nobody has confirmed is named, and the reader is sent to the municipality: to its switchboard when
 * that number is known, with the year it is from, for «call the municipality» without a number helps nobody.
 */
function OfficeBox(props: { name: OfficeName; municipality: Site['municipality']; words: ContactWords }) {
  const { name, municipality, words } = props
  const office: Office | undefined = municipality[name]
  const confirmed = office?.confirmedAt !== undefined
  const switchboard = confirmed ? undefined : municipality.switchboard
  return (
    <address className="box">
      <strong>{office?.name ?? words.offices[name]}</strong>
      {confirmed && office.phone && (
        <p className="big">
          <a href={telephone(office.phone)}>{office.phone}</a>
        </p>
      )}
      {confirmed && office.openingHours && <p>{office.openingHours}</p>}
      {confirmed && office.address && <p>{office.address}</p>}
      {!confirmed && <Unconfirmed website={office?.website} municipality={municipality} words={words} />}
      {switchboard?.phone && (
        <p>
          {switchboard !== office && `${switchboard.name}: `}
          <a href={telephone(switchboard.phone)}>{switchboard.phone}</a>
          {!switchboard.confirmedAt &&
            switchboard.seenYear &&
            ` ${fill(words.numberFrom, { år: `${switchboard.seenYear}` })}`}
        </p>
      )}
    </address>
  )
}

/** Whom to ask, and where to look: at the office, else at the municipality, else nowhere that we know of. */
function Unconfirmed(props: {
  website: string | undefined
  municipality: Site['municipality']
  words: ContactWords
}) {
  const { website, municipality, words } = props
  const ask = { kommune: municipality.officialName }
  const address = website ?? municipality.website
  if (!address) return <p>{fill(words.unconfirmedAsk, ask)}</p>
  return (
    <p>
      {fill(words.unconfirmed, ask)}{' '}
      <a href={address}>{website ? words.officeWebsite : words.municipalityWebsite}</a>.
    </p>
  )
}

function ResourceBox({ resource, words }: { resource: Resource; words: ContactWords }) {
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
      {resource.chat && (
        <p>
          <a href={resource.chat}>{fill(words.chat, { sted: hostOf(resource.chat) })}</a>
        </p>
      )}
      {resource.website && resource.website !== resource.chat && (
        <p>
          <a href={resource.website}>{hostOf(resource.website)}</a>
        </p>
      )}
      {resource.seenYear && <p className="small">{fill(words.seenYear, { år: `${resource.seenYear}` })}</p>}
    </address>
  )
}
