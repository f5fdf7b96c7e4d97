/** What an editor is told of her texts on their way to the web: in the CMS, and at /koordinator/publisering/. */
import type { Temporal } from 'temporal-polyfill'
import { addressOf, editAddress } from '#editing/address.ts'
import type { DraftText } from '#editing/draft-texts.ts'
import type { Editing } from '#editing/editing.ts'
import type { ChangedText, Save } from '#editing/history.ts'
import { canGoBack, forgiveRefused, rollBack } from '#publish/builds.ts'
import type { HeldBack } from '#publish/journal.ts'
import { type PublishState, publishStates, readBuiltState } from '#publish/publish-state.ts'
import { saySave, sayStop, sayTime } from '#publish/say-state.ts'

/** Changes that the page shows. */
const shown = 20

interface TextLink {
  readonly title: string
  /** Where readers see it. */
  readonly href?: string | undefined
  /** Where it is edited. */
  readonly edit?: string | undefined
}

interface Change {
  readonly commit: string
  readonly savedAt: string
  readonly author: string
  /** The texts of a new version of the program, which nobody here wrote. */
  readonly isUpgrade: boolean
  readonly state: PublishState['is']
  /** «Lagret 14.02 · På nett 14.02» */
  readonly says: string
  readonly texts: readonly TextLink[]
  /** What must be set right, and where. */
  readonly stops: readonly (TextLink & { readonly message: string })[]
}

export interface PublishingView {
  /** Something will happen by itself within seconds. */
  readonly isUnderWay: boolean
  /** Somebody went back, and nothing newer is shown until somebody says so, or saves. */
  readonly isTakenBack: boolean
  readonly canGoBack: boolean
  /** Texts that do not fit this version of the program. */
  readonly held: readonly (TextLink &
    Pick<HeldBack, 'message' | 'shows'> & {
      /** «Stoppet: Avlastning, «Lovnad»: Må fylles ut» */
      readonly says: string
    })[]
  readonly changes: readonly Change[]
  readonly drafts: readonly (TextLink & Pick<DraftText, 'author' | 'stage'> & { readonly updated: string })[]
}

/** What pages ask of the site that is being built: they are a part of a build themselves, and find no other. */
export interface Publishing {
  look(): Promise<PublishingView>
  /** Shows the build before the current one. @returns whether there was one */
  goBack(): Promise<boolean>
  /** Builds what somebody went back from, after all. */
  goOn(): Promise<void>
  /** Somebody edits, and will save. */
  warm(): void
}

interface Premises {
  readonly municipality: string
  readonly editing: Editing
  readonly now: () => Temporal.Instant
  /** The site shall be another. */
  readonly wake: () => void
  /** It soon shall. */
  readonly warm: () => void
}

export function openPublishing({ municipality, editing, now, wake, warm }: Premises): Publishing {
  return {
    look,
    warm,
    async goBack() {
      if (!(await canGoBack(municipality))) return false
      await rollBack(municipality)
      wake()
      return true
    },
    async goOn() {
      await forgiveRefused(municipality)
      wake()
    },
  }

  async function look(): Promise<PublishingView> {
    const [saves, built, drafts, isBackPossible] = await Promise.all([
      editing.saves(shown),
      readBuiltState(municipality),
      editing.drafts(),
      canGoBack(municipality),
    ])
    const states = publishStates(
      saves.map(({ commit }) => commit),
      built,
    )
    return {
      isUnderWay: states.some(({ is }) => is === 'saved' || is === 'building'),
      isTakenBack: built.refused !== undefined,
      canGoBack: isBackPossible,
      held: built.held.map((each) => ({
        title: each.title,
        message: each.message,
        shows: each.shows,
        says: sayStop(each),
        edit: editAddress(each.path, municipality),
      })),
      changes: saves.map((save, index) => toChange(save, states[index] as PublishState)),
      drafts: drafts.map(({ title, path, author, stage, updatedAt }) => {
        const updated = sayTime(updatedAt, now())
        return { title, edit: path && editAddress(path, municipality), author, stage, updated }
      }),
    }
  }

  function toChange({ commit, at, author, isUpgrade, texts }: Save, state: PublishState): Change {
    const stops = state.is === 'stopped' ? state.stops : []
    return {
      commit,
      savedAt: at,
      author,
      isUpgrade,
      state: state.is,
      says: saySave(at, state, now()),
      texts: texts.map(toLink),
      stops: stops.map(({ path, title, message }) => ({
        title,
        message,
        edit: editAddress(path, municipality),
      })),
    }
  }

  function toLink({ path, title, kind, isGone }: ChangedText): TextLink {
    if (isGone) return { title: `${title} (slettet)` }
    if (!kind) return { title }
    return { title, href: addressOf(kind.name, path), edit: editAddress(path, municipality) }
  }
}
