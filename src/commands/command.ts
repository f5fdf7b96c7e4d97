/** What commands share: how they end, and what they show. */
import { EnvironmentError } from '../env.ts'

/** Errors that the system explains badly, by their code. */
const explanations: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'PORT: expected a free port, got one that another program uses. Stop it, or set PORT to another.',
  EACCES: 'PORT or PUSTEROM_DATA: expected one that this account may use, got a refusal from the system',
  EADDRNOTAVAIL: 'HOST: expected an address of this machine, got another',
  ENOTFOUND: 'HOST or DATABASE_URL: expected the name of a computer, got one that leads nowhere',
  EAI_AGAIN: 'HOST or DATABASE_URL: expected the name of a computer, got one that nobody can look up now',
  EEXIST: 'PUSTEROM_DATA: expected a folder, got a file',
  ENOTDIR: 'PUSTEROM_DATA: expected a folder, got a file',
  EROFS: 'PUSTEROM_DATA: expected a folder that can be written to, got a disk that cannot',
  ECONNREFUSED: 'DATABASE_URL: expected a database that answers, got no connection',
  '3D000': 'DATABASE_URL: expected a database that is there, got the name of none',
  '28000': 'DATABASE_URL: expected a user that the database knows, got a refusal',
  '28P01': 'DATABASE_URL: expected a user and a password that the database takes, got a refusal',
  '42501': 'DATABASE_URL: expected a user who may make tables, got a refusal',
}

/** Runs a command. What goes wrong is said in words, without a stack trace, and ends the process with 1. */
export async function run(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    console.error(explain(error))
    process.exitCode = 1
  }
}

/** A plain `Error` was written for the reader; any other kind is a bug, and its stack is what helps. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  const known = explanations[code]
  if (known) return known
  const isWritten = error.constructor === Error || error instanceof EnvironmentError
  return isWritten ? error.message : (error.stack ?? error.message)
}
