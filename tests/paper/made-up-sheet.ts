/** A sheet with everything that can stand on paper. */
import { readBody } from '#editorial/prose.ts'
import type { Sheet } from '#paper/sheet.ts'

export const everything = `## Før møtet

Du **må ikke** lese alt. Les [om kurset](/kurs/), *gjerne* før du kommer, eller ring [koordinatoren](tel:62000000). Kárášjohka, Porsáŋgu, Đorđe og Ærlend → alle skrives.

- Første punkt
- Andre punkt, som er lengre enn det første, slik at det må brytes over to linjer på arket og teksten står under seg selv
  - Inni punktet

1. Først dette
2. Så dette

### Sjekkliste

- [ ] Bestill rom
- [x] Ring Fjordvik kommune

| Uke | Hva | Hvem |
|---|---|---|
| 1 | Ring dem som har meldt seg | Koordinator |
| 2 | Kurskveld om taushetsplikt | |

> Det hjalp å bli sett.

<GoodToKnow>

Det koster ingenting.

</GoodToKnow>

<Blank label="Navn" />

<Blank label="Hva er viktig for deg?" lines="3" />

<Signatures of="Frivillig, Koordinator" />
`

/** A name of signs that mean something to the files themselves. */
export const signs = 'Fjordvik </w:t> (\\) ]]> & kommune'

export const madeUpSheet = (mdx = everything, more: Partial<Sheet> = {}): Sheet => ({
  title: 'Avtale <til> Åse & co',
  intro: 'Avtalen mellom den frivillige og kommunen.',
  body: readBody(mdx),
  language: 'nb',
  date: '2026-11-22',
  meta: {
    version: '1.0',
    owner: 'koordinator',
    municipality: signs,
    mark: 'Laget av prosjektet',
    credit: { text: 'Etter en idé av andre', href: 'https://example.org/', shown: 'example.org' },
  },
  words: {
    whoCanGetIt: 'Hvem kan få det?',
    steps: 'Slik gjør du',
    goodToKnow: 'Godt å vite',
    transcript: 'Les det som blir sagt',
    signedOn: 'Sted og dato',
    signature: 'Underskrift',
  },
  site: 'https://parorende.fjordvik.example',
  ...more,
})
