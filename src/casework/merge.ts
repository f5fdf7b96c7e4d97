/** Two records of the same person or need become one: what only the double knew is taken over. */
import type { Preferences, ReferralContent, VolunteerContent } from './preferences.ts'

/**
 * @param kept wins wherever both say something
 * @example mergedVolunteer({ …, email: undefined }, { …, email: 'ni@fjordvik.example' }).email // 'ni@fjordvik.example'
 */
export const mergedVolunteer = (kept: VolunteerContent, double: VolunteerContent): VolunteerContent => ({
  name: kept.name,
  phone: kept.phone ?? double.phone,
  email: kept.email ?? double.email,
  area: kept.area,
  preferences: mergedPreferences(kept.preferences, double.preferences),
  frida: kept.frida ?? double.frida,
})

/** Home care and relative often write about the same need: then both are known. */
export const mergedReferral = (kept: ReferralContent, double: ReferralContent): ReferralContent => ({
  relative: kept.relative ?? double.relative,
  homeCare: kept.homeCare ?? double.homeCare,
  area: kept.area,
  bestTime: kept.bestTime.length > 0 ? kept.bestTime : double.bestTime,
  urgent: kept.urgent || double.urgent,
  preferences: mergedPreferences(kept.preferences, double.preferences),
})

const mergedPreferences = (kept: Preferences, double: Preferences): Preferences => ({
  times: both(kept.times, double.times),
  help: both(kept.help, double.help),
  interests: both(kept.interests, double.interests),
  languages: both(kept.languages, double.languages),
  limits: both(kept.limits, double.limits),
})

const both = (kept: readonly string[], double: readonly string[]) => [...new Set([...kept, ...double])]
