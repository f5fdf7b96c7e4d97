import { type DayPart, dayParts, timeKeys, type Weekday, weekdays } from '../choices.ts'
import type { Question, Settings } from '../question.ts'

const dayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Mandag',
  tue: 'Tirsdag',
  wed: 'Onsdag',
  thu: 'Torsdag',
  fri: 'Fredag',
  sat: 'Lørdag',
  sun: 'Søndag',
}
const partNames: Readonly<Record<DayPart, string>> = {
  morning: 'Før 12',
  afternoon: '12–17',
  evening: 'Etter 17',
}

/** Parts of the days of a week, as keys like `mon-morning`, each once and in order. */
export const times = ({ optional = false }: Settings = {}): Question => ({
  kind: 'times',
  label: 'Tider i uka',
  required: !optional,
  missing: 'Velg minst én tid',
  control: () => ({
    shape: 'grid',
    columns: dayParts.map((part) => partNames[part]),
    rows: weekdays.map((day) => ({
      label: dayNames[day],
      options: dayParts.map((part) => ({
        value: `${day}-${part}`,
        label: `${dayNames[day]} ${partNames[part].toLowerCase()}`,
      })),
    })),
  }),
  check: (typed) =>
    typed.every((each) => each === '' || timeKeys.some((key) => key === each))
      ? { value: timeKeys.filter((key) => typed.includes(key)) }
      : { problem: 'Velg blant tidene i tabellen' },
  asText: (value) =>
    weekdays
      .map((day) => ({
        day: dayNames[day].toLowerCase(),
        parts: dayParts.filter((part) => value.includes(`${day}-${part}`)),
      }))
      .filter(({ parts }) => parts.length > 0)
      .map(({ day, parts }) => `${day} ${parts.map((part) => partNames[part].toLowerCase()).join(' og ')}`)
      .join(', '),
})
