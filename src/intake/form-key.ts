/**
 * The key that is made with each form: it makes a repeated post recognisable, and says when the form was made. It
 * never expires: a form that lay open for a week is as good as a new one.
 */
import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Vault } from '#db/vault.ts'
import type { Premises } from './premises.ts'

/** @example newFormKey(premises) // 'mhx3k2a1.5f0c….9b1e…' */
export function newFormKey({ vault, now }: Pick<Premises, 'vault' | 'now'>): string {
  const made = `${now().epochMilliseconds.toString(36)}.${randomUUID()}`
  return `${made}.${signature(vault, made)}`
}

/** @returns when the form was made; nothing when the key is not one of ours */
export function madeAt(vault: Vault, key: string): Temporal.Instant | undefined {
  const [, made = '', milliseconds = '', signed] =
    /^(([0-9a-z]{1,10})\.[0-9a-f-]{36})\.([0-9a-f]{32})$/.exec(key) ?? []
  // Both sides are keyed hashes of what the sender already has, so the time of comparing tells nothing.
  if (signed !== signature(vault, made)) return undefined
  return Temporal.Instant.fromEpochMilliseconds(Number.parseInt(milliseconds, 36))
}

const signature = (vault: Vault, made: string) => vault.fingerprint('form made', made).slice(0, 32)
