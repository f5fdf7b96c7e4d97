/** Who works here: `npm run staff -- add NAME EMAIL --role coordinator`, `list`, `remove EMAIL`. */
import { parseArgs } from 'node:util'
import { addStaff, listStaff, removeStaff } from '#db/staff.ts'
import type { Role } from '#db/tables.ts'
import { type Act, runAct } from './act.ts'

const roles: readonly Role[] = ['coordinator', 'deputy', 'editor', 'reader']

const usage = `usage:
  npm run staff -- add NAME EMAIL --role ${roles.join('|')}
  npm run staff -- list
  npm run staff -- remove EMAIL`

const usageError = (problem: string) => new Error(`${problem}\n${usage}`)

function readArguments(): Act {
  const { positionals, values } = parse()
  const [name, ...given] = positionals
  if (name === 'add') return add(given, values.role)
  if (name === 'remove') return remove(given)
  if (name === 'list' && given.length === 0) return list
  throw usageError(`expected add, list or remove, got ${positionals.join(' ') || 'nothing'}`)
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { role: { type: 'string' } } })
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error))
  }
}

function add([name, email, ...rest]: string[], wanted: string | undefined): Act {
  if (!name?.trim() || !email || rest.length > 0)
    throw usageError('expected a name and an e-mail address, the name in quotation marks when it has spaces')
  checkEmail(email)
  const role = roles.find((each) => each === wanted)
  if (!role) throw usageError(`--role: expected one of ${roles.join(', ')}, got ${wanted ?? 'nothing'}`)
  return async ({ db, vault, now }) => {
    const person = await addStaff(db, vault, { name, email, role, now: now() })
    return `Added ${person.name} <${person.email}> as ${role}. Sign in at /logg-inn/ with this address.`
  }
}

function remove([email, ...rest]: string[]): Act {
  if (!email || rest.length > 0) throw usageError('expected one e-mail address')
  checkEmail(email)
  return async ({ db, vault, now }) => {
    if (!(await removeStaff(db, vault, email, now())))
      throw new Error(`expected the e-mail address of somebody who works here, got ${email}`)
    return `Removed ${email}. Every session has ended.`
  }
}

const list: Act = async ({ db, vault }) => {
  const people = await listStaff(db, vault)
  if (people.length === 0)
    return 'Nobody works here yet. Add the first: npm run staff -- add NAME EMAIL --role coordinator'
  return people.map(({ name, email, role }) => `${role.padEnd(12)} ${name} <${email}>`).join('\n')
}

function checkEmail(email: string) {
  if (!/^[^\s@<>,]+@[^\s@<>,]+$/.test(email.trim()))
    throw usageError(`expected an e-mail address such as kari@kommune.no, got ${email}`)
}

await runAct(readArguments)
