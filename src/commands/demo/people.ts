/** The invented people of the demonstration: Fjordvik's coordinator, and those who have written to her. */

export const coordinator = { name: 'Solveig Havørn', email: 'solveig@fjordvik.example' }

/** A sign-up, and how many hours before the demonstration it came. */
interface SignUp {
  readonly hoursAgo: number
  readonly name: string
  readonly phone?: string
  readonly email?: string
  readonly area: 'Sentrum' | 'Nordbygda' | 'Åsen' | 'Strandsida'
  /** Where the flyer hung that brought her. */
  readonly channel?: 'bibliotek' | 'avis' | 'tannlege'
}

/** The newest first. Names that break poor programs stand among them, for a list must draw them too. */
export const signUps: readonly SignUp[] = [
  { hoursAgo: 1, name: 'Torgunn Lyktestad', phone: '55 50 02 11', area: 'Sentrum', channel: 'bibliotek' },
  { hoursAgo: 4, name: 'Åse-Marié Ø’Næss <script>', email: 'aase@fjordvik.example', area: 'Åsen' },
  {
    hoursAgo: 9,
    name: 'Odd-Kåre Sildevåg',
    phone: '55500213',
    email: 'odd-kaare@fjordvik.example',
    area: 'Strandsida',
  },
  { hoursAgo: 22, name: 'Ni Regnskog', phone: '+47 55 50 02 14', area: 'Sentrum', channel: 'bibliotek' },
  { hoursAgo: 27, name: 'Bjørghild Tåkeheim', phone: '55 50 02 15', area: 'Nordbygda', channel: 'avis' },
  { hoursAgo: 30, name: 'Áilu Gáissá', email: 'ailu@fjordvik.example', area: 'Nordbygda' },
  { hoursAgo: 49, name: 'Roar Flagermusdal', phone: '55 50 02 17', area: 'Åsen', channel: 'avis' },
  {
    hoursAgo: 53,
    name: 'Yasmin Saltvann',
    phone: '55 50 02 18',
    email: 'yasmin@fjordvik.example',
    area: 'Sentrum',
  },
  { hoursAgo: 75, name: 'Gamle-Ingrid Kornblom', phone: '55 50 02 19', area: 'Strandsida', channel: 'avis' },
  { hoursAgo: 98, name: 'Thor-Even Vedskjul', email: 'thor-even@fjordvik.example', area: 'Nordbygda' },
  { hoursAgo: 124, name: 'Wanda Kaffekoker', phone: '55 50 02 21', area: 'Sentrum', channel: 'bibliotek' },
  {
    hoursAgo: 170,
    name: 'Snefrid Måneskinn-Blåklokke von Fjordvik til Nedre Strandsida',
    phone: '55 50 02 22',
    area: 'Strandsida',
  },
  {
    hoursAgo: 215,
    name: 'Eirik Ullvott',
    phone: '55 50 02 23',
    email: 'eirik@fjordvik.example',
    area: 'Åsen',
  },
  { hoursAgo: 311, name: 'Pernille Vaffelrøre', email: 'pernille@fjordvik.example', area: 'Sentrum' },
]

/** Somebody on the spring course, the first first. Who left has given her seat to the line. */
interface CourseSignUp {
  readonly hoursAgo: number
  readonly name: string
  readonly phone?: string
  readonly email?: string
  readonly channel?: SignUp['channel']
  readonly left?: true
}

const others: readonly Omit<CourseSignUp, 'hoursAgo'>[] = [
  { name: 'Halvdan Strikkepinne', phone: '55 50 02 31', left: true },
  { name: 'Mimi Rognebær', email: 'mimi@fjordvik.example' },
  { name: 'Jens Petter Fyrlykt', phone: '55 50 02 33' },
  { name: 'Amina Brygge', email: 'amina@fjordvik.example', phone: '55 50 02 34' },
  { name: 'Sverre Notlin', email: 'sverre@fjordvik.example' },
]

/** More than the course has seats for: the volunteers come first, then those who have only heard of it. */
export const courseSignUps: readonly CourseSignUp[] = [
  ...signUps.toReversed().map(({ name, phone, email, channel }) => ({
    name,
    ...(phone && { phone }),
    ...(email && { email }),
    ...(channel && { channel }),
  })),
  ...others,
].map((person, index, all) => ({ ...person, hoursAgo: 2 + 3 * (all.length - index) }))
