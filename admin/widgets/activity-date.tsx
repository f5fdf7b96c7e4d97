/** One of the dates of the same text. The list suggests the coming ones; another day can be written all the same. */
import { Component, type ReactNode } from 'react'
import { comingDates } from './coming-dates.ts'
import { type FieldProps, textOf } from './values.ts'

export class ActivityDate extends Component<FieldProps<string>> {
  override render(): ReactNode {
    const { value = '', forID, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } = this.props
    const rows = comingDates(textOf(this.props))
    return (
      <div className={`${classNameWrapper} activity-date`}>
        <input
          type="date"
          id={forID}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          onFocus={setActiveStyle}
          onBlur={setInactiveStyle}
        />
        {rows.length > 0 && (
          <select
            aria-label="Velg blant datoene som kommer"
            value={rows.some(({ date }) => date === value) ? value : ''}
            onChange={({ target }) => target.value && onChange(target.value)}
          >
            <option value="">Velg blant datoene som kommer</option>
            {rows.map(({ date, says }) => (
              <option key={date} value={date}>
                {says}
              </option>
            ))}
          </select>
        )}
      </div>
    )
  }
}
