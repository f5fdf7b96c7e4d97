/** The blocks that a page's MDX may use, and the only ones: the validator in src/editorial/mdx.ts knows the same names. */
import type { ReactNode } from 'react'
import type { Resource } from '#editorial/resource.ts'
import type { Site } from '#editorial/site.ts'
import { Blank } from './Blank.tsx'
import { contactBlock } from './Contact.tsx'
import { Film } from './Film.tsx'
import { GoodToKnow } from './GoodToKnow.tsx'
import { Signatures } from './Signatures.tsx'
import { Steps } from './Steps.tsx'
import { WhoCanGetIt } from './WhoCanGetIt.tsx'

/** @param resources in the language of the page */
export function blocks(
  site: Pick<Site, 'municipality' | 'words' | 'locale'>,
  resources: readonly (Resource & { id: string })[],
) {
  const words = site.words.blocks
  return {
    Blank,
    Contact: contactBlock(site, resources),
    Film: withWords(Film, { summary: words.transcript }),
    GoodToKnow: withWords(GoodToKnow, { title: words.goodToKnow }),
    Signatures: withWords(Signatures, { signedOn: words.signedOn, signature: words.signature }),
    Steps: withWords(Steps, { title: words.steps }),
    WhoCanGetIt: withWords(WhoCanGetIt, { title: words.whoCanGetIt }),
  }
}

/** The block with the words of the page's language wherever the editor has not written others. */
function withWords<Props, Given extends Partial<Props>>(
  Block: (props: Props) => ReactNode,
  given: Given,
): (props: Omit<Props, keyof Given> & Partial<Given>) => ReactNode {
  return (props) => Block({ ...given, ...props } as Props)
}
