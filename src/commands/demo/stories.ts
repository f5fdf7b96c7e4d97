/** What has happened to the invented people of the demonstration, in days before it, so that every state is there. */
import type { ActName } from '#casework/act.ts'

type Answers = Readonly<Record<string, string | readonly string[]>>

/** An act, and how many days ago; a negative number lies ahead. */
export interface Told<Table extends 'volunteers' | 'referrals'> {
  readonly act: ActName<Table>
  readonly daysAgo: number
  /** The day it is about, when that is another. */
  readonly aboutDaysAgo?: number
  readonly detail?: string
  readonly note?: string
}

export interface VolunteerStory {
  /** As somebody in people.ts, or new with answers of her own. */
  readonly name: string
  readonly daysAgo?: number
  readonly answers?: Answers
  /** The second page of the form. */
  readonly more?: Answers
  readonly acts?: readonly Told<'volunteers'>[]
}

const ready = (daysAgo: number): Told<'volunteers'>[] => [
  { act: 'call', daysAgo: daysAgo + 58 },
  { act: 'attend-course', daysAgo: daysAgo + 30 },
  { act: 'hold-talk', daysAgo: daysAgo + 9 },
  { act: 'sign-cooperation', daysAgo: daysAgo + 9 },
  { act: 'sign-confidentiality', daysAgo: daysAgo + 9 },
  { act: 'see-certificate', daysAgo },
]

export const volunteerStories: readonly VolunteerStory[] = [
  {
    name: 'Borghild Nattergal',
    daysAgo: 100,
    answers: { phone: '55 50 02 41', area: 'Åsen' },
    more: {
      times: ['tue-morning', 'fri-morning', 'fri-afternoon'],
      help: ['company', 'walk'],
      interests: ['music', 'garden'],
    },
    acts: ready(36),
  },
  {
    name: 'Per-Olav Torskelever',
    daysAgo: 72,
    answers: { phone: '55 50 02 42', area: 'Sentrum' },
    more: {
      times: ['mon-evening', 'wed-evening'],
      help: ['activity'],
      interests: ['games', 'sport'],
      limits: ['pets'],
    },
    acts: ready(8),
  },
  {
    name: 'Embla Fløtepus',
    daysAgo: 80,
    answers: { email: 'embla@fjordvik.example', area: 'Strandsida' },
    more: {
      times: ['tue-evening', 'thu-evening', 'sat-afternoon'],
      help: ['outing', 'activity'],
      interests: ['animals', 'games'],
      languages: ['en', 'sgn'],
    },
    acts: ready(15),
  },
  {
    name: 'Ismail Havtåke',
    daysAgo: 130,
    answers: { phone: '55 50 02 43', email: 'ismail@fjordvik.example', area: 'Sentrum' },
    more: {
      times: ['wed-afternoon', 'sun-afternoon'],
      help: ['company'],
      languages: ['ar', 'en'],
      interests: ['food'],
    },
    acts: ready(60),
  },
  {
    name: 'Tordis Kvitsand',
    daysAgo: 300,
    answers: { phone: '55 50 02 44', area: 'Nordbygda' },
    more: { times: ['thu-morning'], help: ['walk', 'company'], interests: ['nature', 'animals'] },
    acts: ready(230),
  },
  {
    name: 'Ravdna Vidda',
    daysAgo: 110,
    answers: { phone: '55 50 02 45', area: 'Nordbygda' },
    more: {
      times: ['mon-morning', 'sat-morning'],
      help: ['company'],
      languages: ['se'],
      interests: ['handicraft'],
    },
    acts: ready(40),
  },
  {
    name: 'Vidar Sjøsprøyt',
    daysAgo: 240,
    answers: { phone: '55 50 02 46', area: 'Strandsida' },
    more: { times: ['fri-evening'], help: ['activity'], interests: ['history'], limits: ['smoke'] },
    acts: ready(150),
  },
  {
    name: 'Ljubica Furuskog',
    daysAgo: 66,
    answers: { phone: '55 50 02 47', area: 'Strandsida' },
    more: { languages: ['pl', 'uk'], times: ['sat-morning', 'sat-afternoon'] },
    acts: ready(5).filter(({ act }) => act !== 'see-certificate'),
  },
  {
    name: 'Sigfrid Lønnesirup',
    daysAgo: 60,
    answers: { phone: '55 50 02 48', area: 'Åsen' },
    acts: ready(0).slice(0, 2),
  },
  {
    name: 'Gudmund Steinrøys',
    daysAgo: 200,
    answers: { phone: '55 50 02 49', area: 'Åsen' },
    acts: [...ready(120), { act: 'pause', daysAgo: 45, aboutDaysAgo: 0, note: 'Hogger ved til jul' }],
  },
  {
    name: 'Kåre Knott',
    daysAgo: 190,
    answers: { phone: '55 50 02 50', area: 'Sentrum' },
    acts: [...ready(100), { act: 'end', daysAgo: 20, detail: 'moved' }],
  },
  { name: 'Gamle-Ingrid Kornblom', acts: [{ act: 'call', daysAgo: 2 }] },
  { name: 'Wanda Kaffekoker', acts: [{ act: 'call', daysAgo: 3 }], more: { help: ['outing'] } },
  { name: 'Pernille Vaffelrøre', acts: [{ act: 'call', daysAgo: 11 }] },
  {
    name: 'Eirik Ullvott',
    acts: [
      { act: 'call', daysAgo: 8 },
      { act: 'end', daysAgo: 6, detail: 'own-wish' },
    ],
  },
]

export interface ReferralStory {
  readonly key: string
  readonly form: 'need' | 'coffee'
  readonly daysAgo: number
  readonly answers: Answers
  /** What the coordinator wrote down after the first call. */
  readonly learnt?: {
    readonly relative?: { readonly name: string; readonly phone: string }
    readonly interests?: readonly string[]
    readonly times?: readonly string[]
    readonly help?: readonly string[]
    readonly languages?: readonly string[]
    readonly limits?: readonly string[]
  }
  readonly acts?: readonly Told<'referrals'>[]
}

const yes = (daysAgo: number): Told<'referrals'>[] => [
  { act: 'call', daysAgo },
  { act: 'accept', daysAgo },
]
const homeCare = (unit: string, area: string, urgency: 'early' | 'urgent' = 'early') => ({
  unit,
  phone: '55 50 01 90',
  area,
  urgency,
  consent: 'yes',
})

export const referralStories: readonly ReferralStory[] = [
  {
    key: 'new',
    form: 'need',
    daysAgo: 0.2,
    answers: { ...homeCare('Sone nord', 'Nordbygda', 'urgent'), times: ['thu-morning'], help: ['company'] },
  },
  {
    key: 'unanswered',
    form: 'coffee',
    daysAgo: 4,
    answers: { name: 'Oddny Sølvrev', phone: '55 50 02 61', area: 'Sentrum', bestTime: ['evening'] },
  },
  {
    key: 'called',
    form: 'need',
    daysAgo: 3,
    answers: { ...homeCare('Sone sentrum', 'Sentrum'), help: ['activity'] },
    acts: [{ act: 'call', daysAgo: 1, note: 'Ringer tilbake når hun har snakket med familien' }],
  },
  {
    key: 'long-wait',
    form: 'need',
    daysAgo: 40,
    answers: { ...homeCare('Sone nord', 'Åsen'), times: ['fri-morning'], help: ['company'] },
    learnt: {
      relative: { name: 'Torbjørg Myrdun', phone: '+4755500262' },
      interests: ['garden', 'music'],
      limits: ['pets'],
    },
    acts: yes(38),
  },
  {
    key: 'short-wait',
    form: 'coffee',
    daysAgo: 9,
    answers: { name: 'Hallgrim Ertesuppe', phone: '55 50 02 63', area: 'Strandsida' },
    learnt: {
      times: ['tue-evening', 'sat-afternoon'],
      help: ['outing'],
      interests: ['animals'],
      languages: ['pl'],
    },
    acts: yes(7),
  },
  {
    key: 'meeting',
    form: 'coffee',
    daysAgo: 21,
    answers: { name: 'Inger-Sofie Isbjørk', phone: '55 50 02 64', area: 'Nordbygda' },
    learnt: { times: ['mon-morning'], help: ['company'], languages: ['se'], interests: ['handicraft'] },
    acts: yes(20),
  },
  {
    key: 'begun',
    form: 'need',
    daysAgo: 34,
    answers: { ...homeCare('Sone sentrum', 'Sentrum'), times: ['wed-afternoon'], help: ['company'] },
    learnt: {
      relative: { name: 'Fatima Solskinn', phone: '+4755500265' },
      languages: ['ar'],
      limits: ['stairs'],
    },
    acts: yes(32),
  },
  {
    key: 'long-run',
    form: 'coffee',
    daysAgo: 110,
    answers: { name: 'Arnljot Bekkeblom', phone: '55 50 02 66', area: 'Nordbygda' },
    learnt: { times: ['thu-morning'], help: ['walk'], interests: ['nature'] },
    acts: yes(108),
  },
  {
    key: 'death',
    form: 'coffee',
    daysAgo: 140,
    answers: { name: 'Magnhild Duggperle', phone: '55 50 02 67', area: 'Strandsida' },
    learnt: { times: ['fri-evening'], help: ['activity'], interests: ['history'] },
    acts: yes(139),
  },
  {
    key: 'no',
    form: 'need',
    daysAgo: 26,
    answers: homeCare('Sone sentrum', 'Sentrum', 'urgent'),
    acts: [
      { act: 'call', daysAgo: 25 },
      { act: 'decline', daysAgo: 25, detail: 'needs-professionals' },
    ],
  },
  {
    key: 'withdrawn',
    form: 'coffee',
    daysAgo: 17,
    answers: { name: 'Steinulf Rips', phone: '55 50 02 68', area: 'Åsen' },
    acts: [
      { act: 'call', daysAgo: 16 },
      { act: 'withdraw', daysAgo: 12 },
    ],
  },
]

/** Who met whom. Without a start there is only a meeting, with a home address. */
export interface MatchStory {
  readonly volunteer: string
  readonly referral: string
  readonly proposedDaysAgo: number
  readonly meetingDaysAgo: number
  readonly place: string
  readonly homeAddress?: string
  readonly startDaysAgo?: number
  readonly reviewDaysAgo?: number
  readonly weekday?: 'wed' | 'thu' | 'fri'
  readonly calls?: readonly { readonly act: 'call-volunteer' | 'call-relative'; readonly daysAgo: number }[]
  readonly death?: { readonly daysAgo: number }
}

export const matchStories: readonly MatchStory[] = [
  {
    volunteer: 'Ravdna Vidda',
    referral: 'meeting',
    proposedDaysAgo: 6,
    meetingDaysAgo: -1,
    place: 'Hjemme hos henne',
    homeAddress: 'Bekkefaret 3, inngang fra hagen',
  },
  {
    volunteer: 'Ismail Havtåke',
    referral: 'begun',
    proposedDaysAgo: 28,
    meetingDaysAgo: 22,
    place: 'Frivilligsentralen',
    startDaysAgo: 17,
    reviewDaysAgo: -70,
    weekday: 'wed',
    calls: [{ act: 'call-volunteer', daysAgo: 2 }],
  },
  {
    volunteer: 'Tordis Kvitsand',
    referral: 'long-run',
    proposedDaysAgo: 101,
    meetingDaysAgo: 96,
    place: 'Hjemme hos ham',
    startDaysAgo: 90,
    reviewDaysAgo: -2,
    weekday: 'thu',
    calls: [
      { act: 'call-volunteer', daysAgo: 75 },
      { act: 'call-relative', daysAgo: 75 },
    ],
  },
  {
    volunteer: 'Vidar Sjøsprøyt',
    referral: 'death',
    proposedDaysAgo: 134,
    meetingDaysAgo: 130,
    place: 'Biblioteket',
    startDaysAgo: 120,
    reviewDaysAgo: 30,
    weekday: 'fri',
    calls: [
      { act: 'call-volunteer', daysAgo: 106 },
      { act: 'call-relative', daysAgo: 105 },
    ],
    death: { daysAgo: 1 },
  },
]

/** When the volunteers last met in a group. */
export const supervisionDaysAgo = 37
