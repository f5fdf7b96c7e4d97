/** The fields of ours, where Decap has none that fits. Their names are those of src/editing/cms/widget.ts. */
import type { Cms } from '../cms.ts'
import { ActivityDate } from './activity-date.tsx'
import { changesControl } from './changes.tsx'
import { YesNo } from './yes-no.tsx'

export function registerWidgets(cms: Cms): void {
  cms.registerWidget('changes', changesControl(cms))
  cms.registerWidget('activity-date', ActivityDate)
  cms.registerWidget('yes-no', YesNo)
}
