/**
 * The vault closes what people write. Every record has a key of its own, wrapped by the master key; deleting the
 * key's row makes the record unreadable, in backups of the sealed bytes too. AES-256-GCM throughout. The additional
 * data names table, row and key, so that bytes moved to another place do not open.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { type Database, isForeignKeyError } from './engine.ts'
import { newId } from './id.ts'
import type { Sealed } from './tables.ts'

/** At once: an engine takes 32,766 values in one query. */
const manyKeys = 1000

/** Where a sealed value lives. */
export interface Place {
  readonly table: string
  readonly row: string
}

/** The key that wraps now, and while it is changed the one before. 32 bytes each. */
export interface MasterKeys {
  readonly key: Buffer
  readonly previousKey?: Buffer | undefined
}

/** Thrown when bytes do not open: another key, another place, or changed bytes. GCM cannot tell which. */
export class SealError extends Error {
  override readonly name = 'SealError'
}

export class Vault {
  // Node takes far longer over a Buffer, which it makes a key of each time.
  readonly #master: KeyObject
  readonly #previous: KeyObject | undefined
  readonly #lookup: KeyObject
  /** The name of the master key that wraps now. */
  readonly masterKey: string

  /**
   * @param lookupKey as `newLookupKey` made it, wrapped
   * @throws {SealError} when neither key opens it
   */
  constructor({ key, previousKey }: MasterKeys, lookupKey: Uint8Array) {
    this.#master = createSecretKey(key)
    this.#previous = previousKey && createSecretKey(previousKey)
    this.masterKey = masterKeyName(key)
    this.#lookup = createSecretKey(this.#unwrap(lookupKey, lookupLabel))
  }

  /** Closes a JSON value with a new key. The row must be written with what this gives, in the same transaction. */
  async seal(trx: Database, place: Place, value: unknown): Promise<{ key_id: string; sealed: Buffer }> {
    const key_id = newId()
    const key = randomBytes(32)
    const wrapped = encrypt(this.#master, key, keyLabel(key_id))
    await trx
      .insertInto('record_keys')
      .values({ id: key_id, wrapped, master_key: this.masterKey })
      .execute()
      .catch(explainReplaced)
    return {
      key_id,
      sealed: encrypt(createSecretKey(key), Buffer.from(JSON.stringify(value)), label(place, key_id)),
    }
  }

  /** @throws {SealError} when the bytes do not belong to this place, key or master key */
  async open(trx: Database, place: Place, closed: Sealed): Promise<unknown> {
    const row = await trx
      .selectFrom('record_keys')
      .select('wrapped')
      .where('id', '=', closed.key_id)
      .executeTakeFirst()
    return this.#openWith(row?.wrapped, place, closed)
  }

  /**
   * Opens many records with few queries.
   *
   * @returns each row with what it holds, in the order of the rows
   * @throws {SealError} when one of them does not open
   */
  async openAll<Row extends Sealed>(
    db: Database,
    placeOf: (row: Row) => Place,
    rows: readonly Row[],
  ): Promise<[Row, unknown][]> {
    const keys = new Map<string, Uint8Array>()
    for (let at = 0; at < rows.length; at += manyKeys) {
      const ids = rows.slice(at, at + manyKeys).map((row) => row.key_id)
      const found = await db.selectFrom('record_keys').selectAll().where('id', 'in', ids).execute()
      for (const { id, wrapped } of found) keys.set(id, wrapped)
    }
    return rows.map((row) => [row, this.#openWith(keys.get(row.key_id), placeOf(row), row)])
  }

  #openWith(wrapped: Uint8Array | undefined, place: Place, { key_id, sealed }: Sealed): unknown {
    if (!wrapped) throw new SealError(`expected key ${key_id} of ${place.table} ${place.row}, got nothing`)
    const key = createSecretKey(this.#unwrap(wrapped, keyLabel(key_id)))
    return JSON.parse(decrypt(key, sealed, label(place, key_id)).toString())
  }

  /** The key of a record, wrapped anew by the master key of now. */
  rewrap(keyId: string, wrapped: Uint8Array): Buffer {
    return encrypt(this.#master, this.#unwrap(wrapped, keyLabel(keyId)), keyLabel(keyId))
  }

  /** The key of the fingerprints, wrapped anew by the master key of now. */
  wrapLookupKey(): Buffer {
    return encrypt(this.#master, this.#lookup.export(), lookupLabel)
  }

  #unwrap(wrapped: Uint8Array, additional: string): Buffer {
    try {
      return decrypt(this.#master, wrapped, additional)
    } catch (error) {
      if (!this.#previous) throw error
      return decrypt(this.#previous, wrapped, additional)
    }
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
export const newLookupKey = (master: Buffer): Buffer =>
  encrypt(createSecretKey(master), randomBytes(32), lookupLabel)

/** What a master key is called in the database: it tells keys apart and nothing about them. */
export const masterKeyName = (key: Buffer): string =>
  createHmac('sha256', key).update('pusterom master key').digest('hex').slice(0, 16)

/** The database refuses keys wrapped by a master key that it no longer knows: they could not be read for long. */
function explainReplaced(error: unknown): never {
  if (!isForeignKeyError(error)) throw error
  throw new SealError(
    'expected the master key that this database uses now, got one that was replaced: restart with the new PUSTEROM_KEY',
    { cause: error },
  )
}

const lookupLabel = 'pusterom lookup key'
const keyLabel = (keyId: string) => JSON.stringify(['pusterom record key', keyId])
const label = ({ table, row }: Place, keyId: string) => JSON.stringify([table, row, keyId])

const nonceLength = 12
const tagLength = 16

/** Nonce, tag, ciphertext. */
function encrypt(key: KeyObject, plain: Uint8Array, additional: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  cipher.setAAD(Buffer.from(additional))
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext])
}

function decrypt(key: KeyObject, bytes: Uint8Array, additional: string): Buffer {
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
