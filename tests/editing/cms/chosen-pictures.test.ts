import { expect, test } from 'vitest'
import { showChosenPictures } from '../../../admin/chosen-pictures.ts'

test('a picture that is not on the site yet is shown from the bytes that the browser holds', () => {
  const heard: string[] = []
  const send = showChosenPictures(
    'content/media',
    '/media',
  )({
    dispatch: ({ type }) => heard.push(type),
    getState: () => ({}),
  })
  const picture = (path: string, url = path) => ({ path, url })
  const known = picture('/media/hagen.jpg')
  const chosen = picture('/media/sol.jpg')
  const ofDraft = picture('/media/brygga.jpg')

  send({ type: 'ADD_ASSET', payload: picture('content/media/sol.jpg', 'blob:sol') })
  send({ type: 'ADD_ASSETS', payload: [picture('content/media/brygga.jpg', 'blob:brygga')] })
  for (const payload of [known, chosen, ofDraft]) send({ type: 'ADD_ASSET', payload })

  expect([known, chosen, ofDraft].map(({ url }) => url)).toEqual([
    '/media/hagen.jpg',
    'blob:sol',
    'blob:brygga',
  ])
  expect(heard).toHaveLength(5)
})
