import { expect, test } from 'vitest'
import { nameOf } from '../../../admin/publishing.ts'

const cafe = { title: 'Kafé Etter-På', edit: '/admin/#/kafe' }
const notice = { title: 'Stengt i dag', edit: '/admin/#/melding' }
const picture = { title: 'sol.jpg' }

test('what an editor saved goes by its name, and what came with the program by where it came from', () => {
  expect(nameOf({ isUpgrade: false, texts: [cafe, picture] })).toBe('Kafé Etter-På')
  expect(nameOf({ isUpgrade: false, texts: [cafe, notice, picture] })).toBe('Kafé Etter-På og 1 til')
  expect(nameOf({ isUpgrade: true, texts: [cafe, notice] })).toBe('Tekster fra Pusterom')
})
