import { expect, test } from 'vitest'
import { showChosenPictures } from '../../../admin/chosen-pictures.ts'

test('a picture is shown from the bytes that the browser holds, and else as it was saved', () => {
  const heard: string[] = []
  const send = showChosenPictures(
    'content/media/',
    '/media/',
    '/admin/bilder/',
  )({
    dispatch: ({ type }) => heard.push(type),
    getState: () => ({}),
  })
  const picture = (path: string, url = path) => ({ path, url })
  const saved = picture('/media/hagen.jpg')
  const chosen = picture('/media/sol.jpg')
  const ofDraft = picture('/media/brygga.jpg')

  send({ type: 'ADD_ASSET', payload: picture('content/media/sol.jpg', 'blob:sol') })
  send({ type: 'ADD_ASSETS', payload: [picture('content/media/brygga.jpg', 'blob:brygga')] })
  for (const payload of [saved, chosen, ofDraft]) send({ type: 'ADD_ASSET', payload })

  expect([saved, chosen, ofDraft].map(({ url }) => url)).toEqual([
    '/admin/bilder/hagen.jpg',
    'blob:sol',
    'blob:brygga',
  ])
  expect(heard).toHaveLength(5)
})
