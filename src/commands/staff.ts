/** Who works here: `npm run staff -- add NAME EMAIL --role coordinator`, `change`, `list`, `remove EMAIL`. */
import { parseArgs } from 'node:util'
import { roles } from '#access/permission.ts'
import { hasIdentity, setRole } from '#db/identities.ts'
import { addStaff, findStaffId, listStaff, removeStaff } from '#db/staff.ts'
import type { Role } from '#db/tables.ts'
import { type Act, runAct } from './act.ts'

const usage = `usage:
  npm run staff -- add NAME EMAIL --role ${roles.join('|')}
  npm run staff -- change EMAIL --role ${roles.join('|')}
  npm run staff -- list
  npm run staff -- remove EMAIL`

const usageError = (problem: string) => new Error(`${problem}\n${usage}`)

function readArguments(): Act {
  const { positionals, values } = parse()
  const [name, ...given] = positionals
  if (name === 'add') return add(given, values.role)
  if (name === 'change') return change(given, values.role)
  if (name === 'remove') return remove(given)
  if (name === 'list' && given.length === 0) return list
  throw usageError(`expected add, change, list or remove, got ${positionals.join(' ') || 'nothing'}`)
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
  const role = readRole(wanted)
  return async ({ db, vault, now }) => {
    const person = await addStaff(db, vault, { name, email, role, now: now() })
    return `Added ${person.name} <${person.email}> as ${role}. Sign in at /logg-inn/ with this address.`
  }
}

function change([email, ...rest]: string[], wanted: string | undefined): Act {
  if (!email || rest.length > 0) throw usageError('expected one e-mail address')
  checkEmail(email)
  const role = readRole(wanted)
  return async ({ db, vault, environment }) => {
    const id = await findStaffId(db, vault, email)
    if (!id) throw notHere(email)
    const byProvider = environment.accounts?.roleClaim !== undefined && (await hasIdentity(db, id))
    if (byProvider)
      throw new Error(`expected somebody whose role is given here, got ${email}, whose role OIDC_ROLES gives`)
    await setRole(db, id, role)
    return `${email} is ${role} from the next page on.`
  }
}

function readRole(wanted: string | undefined): Role {
  const role = roles.find((each) => each === wanted)
  if (!role) throw usageError(`--role: expected one of ${roles.join(', ')}, got ${wanted ?? 'nothing'}`)
  return role
}

const notHere = (email: string) =>
  new Error(`expected the e-mail address of somebody who works here, got ${email}`)

function remove([email, ...rest]: string[]): Act {
  if (!email || rest.length > 0) throw usageError('expected one e-mail address')
  checkEmail(email)
  return async ({ db, vault, now, environment }) => {
    if (!(await removeStaff(db, vault, email, now()))) throw notHere(email)
    const back = environment.accounts
      ? '\nWhoever still has a role at the provider of accounts comes back with it: take it away there, too.'
      : ''
    return `Removed ${email}. Every session has ended.${back}`
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
