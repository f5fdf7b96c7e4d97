/**
 * The changes of single dates, with what is asked for most in front: the coming dates, and a button to cancel each. It is
 * Decap's own list of changes with these rows above it, and both say the same.
 */
import type { ComponentClass, ReactNode } from 'react'
import { Temporal } from 'temporal-polyfill'
import type { Exception } from '#calendar/exception.ts'
import type { Cms } from '../cms.ts'
import { comingDates } from './coming-dates.ts'

/** The little that is used of Immutable.js, in which Decap keeps every value. */
interface List {
  push(value: unknown): List
  filter(keep: (each: unknown) => boolean): List
  toJS(): Exception[]
}
interface Map {
  clear(): Map
  merge(values: object): Map
  get(name: string): unknown
  getIn(path: readonly string[]): { toJS(): object } | undefined
  toJS(): object
}

interface Props {
  readonly value?: List
  readonly field: Map
  /** The whole text. */
  readonly getEntry?: () => Map
  readonly entry: Map
  onChange(value: List): void
}

/** What stands there until the editor writes her own. */
const usualReason = 'Avlyst denne gangen.'

export function datesControl(cms: Cms): ComponentClass<Props> {
  const ListControl = cms.getWidget('list').control as ComponentClass<Props>

  return class Dates extends ListControl {
    changes = (): Exception[] => this.props.value?.toJS() ?? []

    add = (change: object) => {
      const { value, field, onChange } = this.props
      // Nobody hands out an empty list, but the list of kinds can be emptied.
      const list = value ?? ((field.get('types') as unknown as Map).clear() as unknown as List)
      onChange(list.push(field.clear().merge(change)))
    }

    cancel = (date: string) =>
      this.add({ kind: 'cancelled', date, reason: usualReason, changedAt: today().toString() })

    /** A cancellation of today is taken back as if it never was; an older one is known to calendars. */
    restore = (date: string) => {
      const isFresh = (each: Exception) =>
        each.kind === 'cancelled' && each.date === date && each.changedAt === today().toString()
      if (!this.changes().some(isFresh))
        return this.add({ kind: 'restored', date, changedAt: today().toString() })
      const { value, onChange } = this.props
      onChange((value as List).filter((each) => !isFresh((each as Map).toJS() as Exception)))
    }

    override render(): ReactNode {
      const { getEntry, entry } = this.props
      const data = (getEntry?.() ?? entry).getIn(['data'])?.toJS() ?? {}
      const rows = comingDates({ ...data, exceptions: this.changes() }, today())
      return (
        <>
          {rows.length > 0 && (
            <ul className="coming-dates">
              {rows.map(({ date, says, cancelled }) => (
                <li key={date}>
                  <span>{cancelled ? <del>{says}</del> : says}</span>
                  {cancelled ? (
                    <button
                      type="button"
                      onClick={() => this.restore(date)}
                      aria-label={`Ikke avlys ${says}`}
                    >
                      Avlyst. Angre
                    </button>
                  ) : (
                    <button
                      type="button"
                      onClick={() => this.cancel(date)}
                      aria-label={`Avlys denne datoen: ${says}`}
                    >
                      Avlys denne datoen
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )}
          {super.render()}
        </>
      )
    }
  }
}

const today = () => Temporal.Now.plainDateISO('Europe/Oslo')
