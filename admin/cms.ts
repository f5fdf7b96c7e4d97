/** The parts of Decap's script that we use, as it hangs them on the window. */
import type { ComponentType } from 'react'
import type { CmsBlock } from './blocks.ts'

export interface Cms {
  init(options: { config: CmsConfig }): void
  registerBackend(name: string, backend: unknown): void
  getBackend(name: string): { init(config: unknown, options?: unknown): object }
  registerEditorComponent(component: object): void
  registerLocale(name: string, words: object): void
  getLocale(name: string): object
  getWidget(name: string): { control: unknown; preview?: unknown }
  // biome-ignore lint/suspicious/noExplicitAny: what Decap hands to a preview
  registerPreviewTemplate(name: string, preview: ComponentType<any>): void
  registerPreviewStyle(style: string, options: { raw: true }): void
  // biome-ignore lint/suspicious/noExplicitAny: each control takes other props
  registerWidget(name: string, control: ComponentType<any>, preview?: ComponentType<any>): void
}

/** What `CMS.init` takes. Ours is made from the schemas, by the server. */
export interface CmsConfig {
  readonly backend: { readonly name: string }
  readonly media_folder: string
  readonly public_folder: string
  readonly publish_mode?: 'simple' | 'editorial_workflow'
  readonly collections: readonly { readonly name: string; readonly group?: string }[]
  /** Ours: Decap looks past it. */
  readonly blocks: readonly CmsBlock[]
  readonly [option: string]: unknown
}

declare global {
  interface Window {
    CMS?: Cms
    CMS_MANUAL_INIT?: boolean
  }
}

/** Loads the script, which must not begin by itself. */
export function loadCms(address: string): Promise<Cms> {
  window.CMS_MANUAL_INIT = true
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = address
    script.onload = () => (window.CMS ? resolve(window.CMS) : reject(new Error(`${address}: no CMS in it`)))
    script.onerror = () => reject(new Error(`${address}: could not be loaded`))
    document.head.append(script)
  })
}
