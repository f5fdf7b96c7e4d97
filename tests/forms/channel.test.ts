import { describe, expect, test } from 'vitest'
import { channelField, channelOf } from '#forms/channel.ts'
import type { FormDefinition } from '#forms/definition.ts'
import { definitions } from '#forms/forms.ts'
import { fieldsFromAddress } from '#forms/from-address.ts'
import { furtherPage } from '#forms/further-page.ts'
import { viewForm } from '#forms/view.ts'
import { volunteer } from '#forms/volunteer.ts'
import { shippedForm } from './fjordvik.ts'

const channels = [
  { key: 'tannlege', name: 'Tannlegen' },
  { key: 'skole', name: 'Skolen' },
]
const open = (definition: FormDefinition) => ({ ...shippedForm(definition), channels })
const from = (query: string) => fieldsFromAddress(open(volunteer), new URLSearchParams(query))

describe('the channel of a flyer', () => {
  test('comes with the address and stays in the form, also when something is wrong', () => {
    const view = viewForm(open(volunteer), 'key', from('kanal=tannlege'))
    expect(view.channel).toEqual(channels[0])
    const again = viewForm(open(volunteer), 'key', new Map([[channelField, ['tannlege']]]), [
      { key: 'name', text: 'Skriv navnet' },
    ])
    expect(again.channel).toEqual(channels[0])
  })

  test.each([
    'kanal=<script>alert(1)</script>',
    'kanal=constructor',
    'kanal=__proto__',
    'kanal=TANNLEGE',
    'kanal=tannlege%00',
    'kanal=%0d%0aSet-Cookie:%20a=b',
    'kanal=apotek',
    'kanal=&kanal=tannlege',
    `kanal=${'a'.repeat(5000)}`,
    '',
  ])('is dropped without a word when it is %s', (query) => {
    expect(channelOf(open(volunteer), from(query))).toBeUndefined()
  })

  test('is asked of no form that flyers do not lead to, and of no further page', () => {
    const fields = new Map([[channelField, ['tannlege']]])
    const taking = definitions.filter((each) => channelOf(open(each), fields)).map(({ key }) => key)
    expect(taking).toEqual(['volunteer', 'coffee', 'course'])
    const further = furtherPage(open(volunteer))
    expect(further).toBeDefined()
    if (further) expect(channelOf(further, fields)).toBeUndefined()
  })
})
