/** Why an account of the municipality did not open the door, and what to do then. */
import type { Obstacle } from './enter.ts'

interface Words {
  readonly title: string
  readonly text: string
  /** Whether trying again can help. */
  readonly again: boolean
}

const askWhom = 'Spør den som har ansvar for Pusterom i kommunen.'

export const obstacleWords: Readonly<Record<Obstacle, Words>> = {
  'no-role': {
    title: 'Kontoen din har ikke tilgang ennå',
    text: `Du er logget inn i kommunen, men har ingen rolle i Pusterom. ${askWhom} IT kan gi kontoen din en rolle.`,
    again: false,
  },
  'not-added': {
    title: 'Du er ikke lagt inn ennå',
    text: `Kontoen din virker, men Pusterom kjenner den ikke. ${askWhom} Er du lagt inn med e-post? Logg inn med lenke første gang, og koble til kontoen på siden «Min tilgang».`,
    again: false,
  },
  'no-email': {
    title: 'Kontoen din mangler e-postadresse',
    text: `Pusterom må kunne sende deg beskjed. ${askWhom}`,
    again: false,
  },
  'other-account': {
    title: 'Kontoen hører til en annen',
    text: `Du er lagt inn med en annen konto, eller denne kontoen hører til en annen her. ${askWhom}`,
    again: false,
  },
  old: {
    title: 'Innloggingen ble for gammel',
    text: 'Du må begynne og slutte i samme nettleser, innen ti minutter.',
    again: true,
  },
  refused: { title: 'Innloggingen ble avbrutt', text: 'Du er ikke logget inn.', again: true },
  wrong: {
    title: 'Innloggingen gikk ikke',
    text: `Svaret vi fikk, stemte ikke. Går det galt flere ganger? ${askWhom}`,
    again: true,
  },
  silent: {
    title: 'Kommunens innlogging svarer ikke',
    text: 'Det er ikke noe galt med kontoen din. Vent litt, og prøv igjen.',
    again: true,
  },
}
