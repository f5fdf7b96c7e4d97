/** Where the CMS keeps texts: with us, or in a repository elsewhere through Decap's own backends. */

/** What Decap calls them. */
const names = ['github', 'gitlab', 'gitea'] as const

/** A repository on another server, for those who would rather keep the texts there. */
interface Elsewhere {
  readonly name: (typeof names)[number]
  /** With https:// first. */
  readonly server: string
  /** `owner/name` */
  readonly repository: string
  readonly branch: string
  /** What that server knows this site by; editors sign in with PKCE. GitHub has another way: `sign-in`. */
  readonly application: string | undefined
  /** The server that gives editors of GitHub their key, with https:// first. */
  readonly signIn: string | undefined
}

/**
 * Reads the setting CMS_BACKEND.
 *
 * @param text as src/env.ts lets through
 * @example readElsewhere('gitlab+https://git.kommune.no/web/tekster?application=a1b2&branch=hoved')
 * // { name: 'gitlab', server: 'https://git.kommune.no', repository: 'web/tekster', branch: 'hoved', … }
 */
export function readElsewhere(text: string): Elsewhere {
  const plus = text.indexOf('+')
  const name = names.find((each) => each === text.slice(0, plus))
  if (!name) throw new Error(`CMS_BACKEND: expected ${names.join(', ')} and a plus, got ${text}`)
  const { host, pathname, searchParams } = new URL(text.slice(plus + 1))
  return {
    name,
    server: `https://${host}`,
    repository: pathname.replace(/^\/|(\.git)?\/?$/g, ''),
    branch: searchParams.get('branch') ?? 'main',
    application: searchParams.get('application') ?? undefined,
    signIn: searchParams.get('sign-in') ? `https://${searchParams.get('sign-in')}` : undefined,
  }
}

/** Other servers that the CMS must reach, with https:// first. */
interface Hosts {
  /** Asked by script. */
  readonly connect: readonly string[]
  /** Of pictures: those in a text come through the same server, those of people from where it keeps them. */
  readonly images: readonly string[]
  /** Whether an editor signs in in a window of her own, which must be able to answer. */
  readonly opensWindow: boolean
}

/** @example hostsOf('gitea+https://git.kommune.no/web/tekster').connect // ['https://git.kommune.no'] */
export function hostsOf(setting: string): Hosts {
  const { name, server } = readElsewhere(setting)
  const opensWindow = name === 'github'
  return server === 'https://github.com'
    ? {
        connect: ['https://api.github.com', 'https://www.githubstatus.com'],
        images: ['https://avatars.githubusercontent.com'],
        opensWindow,
      }
    : { connect: [server], images: [server], opensWindow }
}

const messages = {
  create: 'Create {{collection}} {{slug}}',
  update: 'Update {{collection}} {{slug}}',
  delete: 'Delete {{collection}} {{slug}}',
  uploadMedia: 'Upload {{path}}',
  deleteMedia: 'Delete {{path}}',
}

/** @param elsewhere nothing for our own repository */
export function toBackend(elsewhere: Elsewhere | undefined) {
  if (!elsewhere)
    return { name: 'proxy', proxy_url: '/admin/api/v1', branch: 'main', commit_messages: messages }
  const { name, server, repository, branch, application, signIn } = elsewhere
  const base = { name, repo: repository, branch, commit_messages: messages }
  if (name === 'github')
    return {
      ...base,
      ...(server !== 'https://github.com' && { api_root: `${server}/api/v3` }),
      ...(signIn && { base_url: signIn }),
    }
  const own =
    name === 'gitlab' ? { auth_type: 'pkce', api_root: `${server}/api/v4` } : { api_root: `${server}/api/v1` }
  return { ...base, ...own, base_url: server, app_id: application }
}

/** Drafts and review are branches and pull requests. Decap has none for Gitea. */
export const hasDrafts = (elsewhere: Elsewhere | undefined): boolean => elsewhere?.name !== 'gitea'
