/** The little that our fields use of Immutable.js, in which Decap keeps every value, and of what it hands a field. */

export interface List {
  push(value: unknown): List
  filter(keep: (each: unknown) => boolean): List
  clear(): List
  toJS(): unknown[]
}

export interface Fields {
  clear(): Fields
  merge(values: object): Fields
  set(name: string, value: unknown): Fields
  get(name: string): unknown
  toJS(): Record<string, unknown>
}

/** What every field is handed. */
export interface FieldProps<Value> {
  readonly value?: Value
  /** Its part of the configuration. */
  readonly field: Fields
  /** The whole text. */
  readonly entry: Fields
  readonly getEntry?: () => Fields
  readonly forID: string
  readonly classNameWrapper: string
  onChange(value: Value): void
  setActiveStyle(): void
  setInactiveStyle(): void
}

/** The text that a field is part of, as it stands now. */
export const textOf = ({
  entry,
  getEntry,
}: Pick<FieldProps<unknown>, 'entry' | 'getEntry'>): Record<string, unknown> =>
  ((getEntry?.() ?? entry).get('data') as Fields | undefined)?.toJS() ?? {}
