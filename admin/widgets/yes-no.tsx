/** Yes, no, or nothing: where nobody knows yet, the page says neither. */
import { Component, type ReactNode } from 'react'
import type { FieldProps } from './values.ts'

const says = { true: 'Ja', false: 'Nei' } as const

export class YesNo extends Component<FieldProps<boolean | null>> {
  override render(): ReactNode {
    const { value, forID, classNameWrapper, onChange, setActiveStyle, setInactiveStyle } = this.props
    return (
      <select
        id={forID}
        className={classNameWrapper}
        value={value === undefined || value === null ? '' : String(value)}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value === 'true')}
        onFocus={setActiveStyle}
        onBlur={setInactiveStyle}
      >
        <option value="">Vet ikke</option>
        {Object.entries(says).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    )
  }
}
