/** Secret calendar addresses for unlisted courses: `npm run feed -- add SLUG`, `list`, `revoke ID`. */
import { hashToken, newToken } from '#access/token.ts'
import { addFeedToken, listFeedTokens, revokeFeedToken } from '#db/feed-tokens.ts'
import { listUnlistedCourses } from '#publish/unlisted.ts'
import { type Act, runAct } from './act.ts'
import { getTextsFolder } from './site.ts'

const usage = `usage:
  npm run feed -- add SLUG
  npm run feed -- list
  npm run feed -- revoke ID`

function readArguments(): Act {
  const [name, given, ...rest] = process.argv.slice(2)
  if (name === 'add' && given && rest.length === 0) return add(given)
  if (name === 'revoke' && given && rest.length === 0) return revoke(given)
  if (name === 'list' && !given) return list
  throw new Error(
    `expected add SLUG, list or revoke ID, got ${process.argv.slice(2).join(' ') || 'nothing'}\n${usage}`,
  )
}

function add(course: string): Act {
  return async ({ db, now, environment }) => {
    const { municipality, publicUrl, port } = environment
    const unlisted = await listUnlistedCourses(await getTextsFolder(environment), municipality)
    if (!unlisted.includes(course))
      throw new Error(
        `expected a course of ${municipality} with «unlisted: true» (${unlisted.join(', ') || 'there is none'}), got ${course}`,
      )
    const token = newToken()
    const { id } = await addFeedToken(db, { tokenHash: hashToken(token), course, now: now() })
    const origin = publicUrl?.origin ?? `http://localhost:${port}`
    return `${origin}/kalender/delt/${token}.ics\n\nGive this address to those who shall have it: it is not shown again, and opens ${course} for all who know it.\nTake it back: npm run feed -- revoke ${id}`
  }
}

function revoke(id: string): Act {
  return async ({ db }) => {
    if (!(await revokeFeedToken(db, id)))
      throw new Error(`expected an id that npm run feed -- list shows, got ${id}`)
    return `Revoked ${id}. Its address answers 404 from now on.`
  }
}

const list: Act = async ({ db }) => {
  const tokens = await listFeedTokens(db)
  if (tokens.length === 0) return 'No feed has a secret address. Add one: npm run feed -- add SLUG'
  return tokens.map(({ id, course, addedAt }) => `${id}  ${addedAt.slice(0, 10)}  ${course}`).join('\n')
}

await runAct(readArguments)
