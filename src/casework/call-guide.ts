/** What to ask when the coordinator calls. The attachment «Guide til oppfølgingssamtalen» asks the same. */

/** Two weeks after the start, and after an assignment has ended. */
export const callQuestions = {
  volunteer: {
    running: [
      'Hvordan går det? Hva er fint?',
      'Er det noe du er usikker på?',
      'Passer dagen, tida og lengden?',
      'Blir du spurt om noe du ikke vil eller ikke skal gjøre?',
      'Vil du være med på veiledning i gruppe?',
    ],
    ended: [
      'Hvordan har du det nå?',
      'Er det noe du tenker på etterpå?',
      'Vil du ha en pause, eller noe nytt?',
    ],
  },
  relative: {
    running: [
      'Hvordan går det?',
      'Får du brukt timene slik du vil?',
      'Passer dagen, tida og lengden?',
      'Hva sier den som får besøk?',
      'Vet du at du kan ringe primærkontakten når noe skal endres?',
    ],
    ended: ['Hvordan har du det nå?', 'Er det noe vi skulle gjort annerledes?'],
  },
} as const
