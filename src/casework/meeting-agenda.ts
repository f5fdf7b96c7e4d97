/** What a matching meeting is about. The attachment «Dagsorden for koblingsmøtet» says the same. */

/** To get to know each other by. The idea is that of «Livsarket mitt»; the words are ours. */
export const meetingQuestions = [
  'Hva er en god dag for deg?',
  'Hva gjør du gjerne, alene eller sammen med noen?',
  'Hva vil du helst slippe?',
] as const

/** To agree on. */
export const meetingPoints = [
  'Hva skal dere gjøre sammen? Ikke medisiner, stell eller helsehjelp.',
  'Hvor ofte, hvilken dag, hvilken tid, hvor lenge? Dere kan for eksempel starte med to timer én gang i uka.',
  'Dekkes reiseutgiftene?',
  'Bytt telefonnummer. Hvem ringer dere når noe skal endres?',
] as const
