/** The blocks that a page's MDX may use, and the only ones: the validator in src/editorial/mdx.ts knows the same names. */
import type { Municipality } from '#editorial/municipality.ts'
import type { Resource } from '#editorial/resource.ts'
import { contactBlock } from './Contact.tsx'
import { Film } from './Film.tsx'
import { GoodToKnow } from './GoodToKnow.tsx'
import { Steps } from './Steps.tsx'
import { WhoCanGetIt } from './WhoCanGetIt.tsx'

export function blocks(municipality: Municipality, resources: readonly (Resource & { id: string })[]) {
  return { Contact: contactBlock(municipality, resources), Film, GoodToKnow, Steps, WhoCanGetIt }
}
