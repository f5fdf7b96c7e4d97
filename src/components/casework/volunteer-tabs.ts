import { closedVolunteerStates, type VolunteerState, volunteerStates } from '#casework/volunteer.ts'

interface VolunteerTab {
  /** In the address, `?vis=ledige`; nothing for the first. */
  readonly slug: string
  readonly label: string
  readonly states: readonly VolunteerState[]
}

/** Everybody who has not stopped. */
export const openVolunteerStates = volunteerStates.filter((state) => !closedVolunteerStates.includes(state))

/** Ways to look at the volunteers, in the order of their way. */
export const volunteerTabs: readonly VolunteerTab[] = [
  {
    slug: '',
    label: 'Alle',
    states: openVolunteerStates,
  },
  { slug: 'nye', label: 'Nye', states: ['signed-up'] },
  { slug: 'pa-vei', label: 'På vei', states: ['talked', 'trained', 'agreed'] },
  { slug: 'ledige', label: 'Ledige', states: ['free'] },
  { slug: 'oppdrag', label: 'Har oppdrag', states: ['matched'] },
  { slug: 'pause', label: 'Pause', states: ['paused'] },
  { slug: 'sluttet', label: 'Sluttet', states: ['ended'] },
]
