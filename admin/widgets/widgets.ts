/** The fields of ours, where Decap has none that fits. */
import type { Cms } from '../cms.ts'
import { datesControl } from './dates.tsx'

export function registerWidgets(cms: Cms): void {
  cms.registerWidget('dates', datesControl(cms))
}
