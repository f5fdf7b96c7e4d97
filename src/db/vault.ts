/**
 * The vault closes what people write. Every record has a key of its own, wrapped by the master key; deleting the
 * key's row makes the record unreadable, in backups of the sealed bytes too. AES-256-GCM throughout. The additional
 * data names table, row and key, so that bytes moved to another place do not open.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { Database } from './engine.ts'
import type { Sealed } from './tables.ts'

/** Where a sealed value lives. */
export interface Place {
  readonly table: string
  readonly row: string
}

/** Thrown when bytes do not open: another key, another place, or changed bytes. GCM cannot tell which. */
export class SealError extends Error {
  override readonly name = 'SealError'
}

export class Vault {
  readonly #master: Buffer
  readonly #lookup: Buffer

  /** @param lookupKey as `newLookupKey` made it, wrapped */
  constructor(master: Buffer, lookupKey: Uint8Array) {
    this.#master = master
    this.#lookup = decrypt(master, lookupKey, lookupLabel)
  }

  /** Closes a JSON value with a new key. The row must be written with what this gives, in the same transaction. */
  async seal(trx: Database, place: Place, value: unknown): Promise<{ key_id: string; sealed: Buffer }> {
    const key_id = randomUUID()
    const key = randomBytes(32)
    await trx
      .insertInto('record_keys')
      .values({ id: key_id, wrapped: encrypt(this.#master, key, keyLabel(key_id)) })
      .execute()
    return { key_id, sealed: encrypt(key, Buffer.from(JSON.stringify(value)), label(place, key_id)) }
  }

  /** @throws {SealError} when the bytes do not belong to this place, key or master key */
  async open(trx: Database, place: Place, { key_id, sealed }: Sealed): Promise<unknown> {
    const row = await trx
      .selectFrom('record_keys')
      .select('wrapped')
      .where('id', '=', key_id)
      .executeTakeFirst()
    if (!row) throw new SealError(`expected key ${key_id} of ${place.table} ${place.row}, got nothing`)
    const key = decrypt(this.#master, row.wrapped, keyLabel(key_id))
    return JSON.parse(decrypt(key, sealed, label(place, key_id)).toString())
  }

  /**
   * A keyed hash, so that rows can be found and counted without their text.
   *
   * @param purpose keeps the same text apart in different uses
   * @returns 64 hexadecimal digits
   */
  fingerprint(purpose: string, text: string): string {
    return createHmac('sha256', this.#lookup)
      .update(JSON.stringify([purpose, text]))
      .digest('hex')
  }
}

/** A random key for fingerprints, wrapped: made once per database, so that a new master key can wrap it again. */
export const newLookupKey = (master: Buffer): Buffer => encrypt(master, randomBytes(32), lookupLabel)

const lookupLabel = 'pusterom lookup key'
const keyLabel = (keyId: string) => JSON.stringify(['pusterom record key', keyId])
const label = ({ table, row }: Place, keyId: string) => JSON.stringify([table, row, keyId])

const nonceLength = 12
const tagLength = 16

/** Nonce, tag, ciphertext. */
function encrypt(key: Buffer, plain: Uint8Array, additional: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(Buffer.from(additional))
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext])
}

function decrypt(key: Buffer, bytes: Uint8Array, additional: string): Buffer {
  const ciphertext = bytes.subarray(nonceLength + tagLength)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), {
      authTagLength: tagLength,
    })
    decipher.setAAD(Buffer.from(additional))
    decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
    return Buffer.concat([decipher.update(ciphertext), decipher.final()])
  } catch {
    throw new SealError(`expected bytes sealed with this key as ${additional}, got others`)
  }
}
