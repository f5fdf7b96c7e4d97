/** What was typed after a command: all of it is understood, or nothing is done. */
import { type ParseArgsConfig, parseArgs } from 'node:util'

/**
 * @param usage shown with what is wrong
 * @throws on an option or a word that the command does not know
 * @example readTyped(usage, { options: { 'dry-run': { type: 'boolean' } } }).values['dry-run']
 */
export function readTyped<Config extends ParseArgsConfig>(usage: string, config: Config) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}
