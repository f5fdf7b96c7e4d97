/** Shows beside every text the page that it becomes. The page and all figures come from the server: one truth. */
import { Component, createElement, type ReactNode, type RefCallback } from 'react'
import styles from '#styles/preview.css?inline'
import type { Cms, CmsConfig } from '../cms.ts'
import { openPane, type Pane } from './pane.ts'

/** What Decap hands to a preview, as far as ours looks: maps of Immutable. */
interface PreviewProps {
  readonly entry: { get(name: 'path' | 'data' | 'isPersisting'): unknown }
}

interface File {
  readonly name: string
  readonly file: string
}

/** A collection as the server configures it: a folder of texts, or files by name. */
type Collection = CmsConfig['collections'][number] & {
  readonly folder?: string
  readonly extension?: string
  readonly files?: readonly File[]
}

export function registerPreviews(cms: Cms, config: CmsConfig): void {
  cms.registerPreviewStyle(styles, { raw: true })
  for (const { name, folder, extension, files = [] } of config.collections as readonly Collection[]) {
    for (const file of files) cms.registerPreviewTemplate(file.name, previewAt(file.file))
    // A text that is new has no name before it is saved.
    if (folder) cms.registerPreviewTemplate(name, previewAt(`${folder}/ny.${extension}`))
  }
}

/** @param path where the text will lie, when it lies nowhere yet */
const previewAt = (path: string) =>
  class Preview extends Component<PreviewProps> {
    pane: Pane | undefined

    hold: RefCallback<HTMLElement> = (place) => {
      this.pane?.close()
      this.pane = place ? openPane(place) : undefined
      this.show()
    }

    show() {
      const { entry } = this.props
      const data = entry.get('data') as { toJS(): Record<string, unknown> } | undefined
      const isSaving = entry.get('isPersisting') === true
      if (data) this.pane?.show({ path: String(entry.get('path') || path), data: data.toJS() }, isSaving)
    }

    override componentDidUpdate() {
      this.show()
    }

    override render(): ReactNode {
      return createElement('div', { ref: this.hold, className: 'pane' })
    }
  }
