import { expect, test } from 'vitest'
import { withLabels } from '../../../admin/labels.ts'
import { configOf } from './site.ts'

test('a line of a file is told as the form says it', () => {
  const path = 'content/municipalities/fjordvik/cafes/etter-pa.yaml'
  const lines = [
    'cost: Gratis for alle.',
    '  - kind: cancelled',
    '    no-field: x',
    'Vi møtes her: på brygga',
  ]
  expect(withLabels(lines, path, configOf('fjordvik') as never)).toEqual([
    'Hva det koster: Gratis for alle.',
    expect.stringMatching(/^ {2}- \S+/),
    '    no-field: x',
    'Vi møtes her: på brygga',
  ])
})
