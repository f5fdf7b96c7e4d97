/** Secrets that a person carries: in a link, in a cookie. The database keeps only their hash. */
import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, 43 characters that need no encoding in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** A plain hash is enough: nobody guesses 256 bits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
