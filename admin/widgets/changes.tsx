/**
 * The changes of single dates, with what is asked for most in front: the coming dates, and a button to cancel each. It is
 * Decap's own list of changes with these rows above it, and both say the same.
 */
import type { ComponentClass, ReactNode } from 'react'
import type { Exception } from '#calendar/exception.ts'
import type { Cms } from '../cms.ts'
import { comingDates, today } from './coming-dates.ts'
import { type FieldProps, type Fields, type List, textOf } from './values.ts'

/** What stands there until the editor writes her own. */
const usualReason = 'Vi møtes ikke denne gangen.'

export function changesControl(cms: Cms): ComponentClass<FieldProps<List>> {
  const ListControl = cms.getWidget('list').control as ComponentClass<FieldProps<List>>

  return class Changes extends ListControl {
    changes = () => (this.props.value?.toJS() ?? []) as Exception[]

    add = (change: object) => {
      const { value, field, onChange } = this.props
      // Nobody hands out an empty list, but the list of kinds can be emptied.
      const list = value ?? (field.get('types') as List).clear()
      onChange(list.push(field.clear().merge({ ...change, changedAt: today().toString() })))
    }

    cancel = (date: string) => this.add({ kind: 'cancelled', date, reason: usualReason })

    /** A cancellation of today is taken back as if it never was; an older one is known to calendars. */
    restore = (date: string) => {
      const isFresh = (each: Partial<Exception>) =>
        each.kind === 'cancelled' && each.date === date && each.changedAt === today().toString()
      const { value, onChange } = this.props
      if (value && this.changes().some(isFresh))
        onChange(value.filter((each) => !isFresh((each as Fields).toJS())))
      else this.add({ kind: 'restored', date })
    }

    override render(): ReactNode {
      const rows = comingDates({ ...textOf(this.props), exceptions: this.changes() })
      return (
        <>
          <ul className="coming-dates">
            {rows.map(({ date, says, cancelled }) => (
              <li key={date}>
                {cancelled ? <del>{says}</del> : <span>{says}</span>}
                <button type="button" onClick={() => (cancelled ? this.restore : this.cancel)(date)}>
                  {cancelled ? 'Avlyst. Angre' : 'Avlys denne datoen'}
                  <span className="unseen">: {says}</span>
                </button>
              </li>
            ))}
          </ul>
          {super.render()}
        </>
      )
    }
  }
}
