/** Where the CMS keeps texts: with us, or in a repository elsewhere through Decap's own backends. */

/** A repository on another server, for those who would rather keep the texts there. */
export interface OtherBackend {
  readonly name: 'github' | 'gitlab' | 'gitea'
  /** `owner/name` */
  readonly repository: string
  readonly branch: string
  /** The server, with https:// first, where it is not the usual one of its kind. */
  readonly server?: string | undefined
  /** The number of this site as an application there: editors sign in with PKCE. GitHub has no such thing. */
  readonly application?: string | undefined
}

const messages = {
  create: 'Create {{collection}} {{slug}}',
  update: 'Update {{collection}} {{slug}}',
  delete: 'Delete {{collection}} {{slug}}',
  uploadMedia: 'Upload {{path}}',
  deleteMedia: 'Delete {{path}}',
}

/** @param other nothing for our own */
export function toBackend(other: OtherBackend | undefined) {
  if (!other) return { name: 'proxy', proxy_url: '/admin/api/v1', branch: 'main', commit_messages: messages }
  const { name, repository, branch, server, application } = other
  const base = { name, repo: repository, branch, commit_messages: messages }
  if (name === 'github') return { ...base, ...(server && { base_url: server }) }
  const [api, auth] = name === 'gitlab' ? ['/api/v4', { auth_type: 'pkce' }] : ['/api/v1', {}]
  return {
    ...base,
    ...auth,
    app_id: application,
    ...(server && { base_url: server, api_root: `${server}${api}` }),
  }
}

/** Drafts and review are branches and pull requests; Decap has them not for Gitea. */
export const hasDrafts = (other: OtherBackend | undefined): boolean => other?.name !== 'gitea'
