/**
 * The style sheets, as text: each page carries in itself only those that it uses, and the Content-Security-Policy
 * lists their hashes, so that no other style runs.
 */
import base from './base.css?inline'

export const sheets = { base }
export type SheetName = keyof typeof sheets
