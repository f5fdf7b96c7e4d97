/** Why a submission waits for a person's look before anything follows from it. Nobody is turned away for any of these. */

/** In words for the coordinator. The key is kept with the submission. */
export const suspicions = {
  trap: 'Et felt som er skjult for mennesker, var fylt ut',
  unmade: 'Den kom ikke fra skjemaet på nettstedet',
  fast: 'Den ble sendt raskere enn et menneske skriver',
  network: 'Det kom svært mange fra samme nettverk',
  flood: 'Det kom svært mange av samme skjema på en time',
} as const

export type Suspicion = keyof typeof suspicions
