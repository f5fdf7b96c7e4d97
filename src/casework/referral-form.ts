/** How things are at home, by the same keys as what a volunteer cannot do. */
export const homeLimits: Readonly<Record<string, string>> = {
  stairs: 'Trapper',
  pets: 'Dyr i huset',
  smoke: 'Noen som røyker inne',
}
