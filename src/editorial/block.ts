/**
 * The blocks that may stand in a text, and what an editor fills in for each. The check of a text, the forms of the CMS
 * and the drawing of a page all follow this list; a test compares it with src/components/blocks/.
 */

/** An attribute of a block: always plain text in the file, `<Contact id="nav" />`. */
export interface BlockField {
  /** What an editor sees above the field, in Norwegian. */
  readonly label: string
  readonly hint?: string
  /** The values to choose from, with what an editor sees; without it any text will do. */
  readonly choices?: Readonly<Record<string, string>>
  /** Characters that it may have, where that is not the usual 300. */
  readonly longest?: number
  /** Values that it may have, with commas between them; each is drawn. */
  readonly most?: number
  /** The value is the name of a file of this kind, to choose from those that there are. */
  readonly names?: 'resources'
}

export interface Block {
  /** What an editor sees in the list of blocks. */
  readonly label: string
  /** Whether prose stands between its two tags; else it is one tag on a line of its own. */
  readonly holdsProse: boolean
  readonly fields: Readonly<Record<string, BlockField>>
}

const heading = (usual: string): BlockField => ({ label: 'Overskrift', hint: `Tom gir «${usual}»` })

export const blocks: Readonly<Record<string, Block>> = {
  Steps: { label: 'Steg for steg', holdsProse: true, fields: { title: heading('Slik gjør du') } },
  WhoCanGetIt: { label: 'Hvem kan få det', holdsProse: true, fields: { title: heading('Hvem kan få det') } },
  GoodToKnow: { label: 'Godt å vite', holdsProse: true, fields: { title: heading('Godt å vite') } },
  Contact: {
    label: 'Noen å ringe',
    holdsProse: false,
    fields: {
      id: { label: 'Tilbud', hint: 'Et tilbud eller et kontor, ikke begge', names: 'resources' },
      office: {
        label: 'Kontor i kommunen',
        choices: {
          respite: 'Koordinator for frivillig avlastning',
          allocation: 'Tildelingskontor',
          volunteerCentre: 'Frivilligsentral',
          switchboard: 'Servicekontor',
        },
      },
    },
  },
  Film: {
    label: 'Film',
    holdsProse: false,
    fields: {
      file: { label: 'Fil', hint: 'Navnet på filmen i mappen for film' },
      title: { label: 'Tittel' },
      transcript: {
        label: 'Det som blir sagt',
        hint: 'For den som ikke hører eller ikke kan spille av',
        longest: 20_000,
      },
    },
  },
  Blank: {
    label: 'Linje å skrive på',
    holdsProse: false,
    fields: {
      label: { label: 'Ledetekst', hint: 'For eksempel «Navn»' },
      lines: { label: 'Antall linjer', choices: { 1: '1', 2: '2', 3: '3', 4: '4', 6: '6', 8: '8' } },
    },
  },
  Signatures: {
    label: 'Underskrifter',
    holdsProse: false,
    fields: {
      of: { label: 'Hvem som skriver under', hint: 'Med komma mellom: Frivillig, Koordinator', most: 8 },
    },
  },
}
