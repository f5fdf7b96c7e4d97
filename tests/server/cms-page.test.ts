import { describe, expect, test } from 'vitest'
import { cmsHeaders } from '#server/cms-page.ts'

const part = (name: string, setting?: string) =>
  cmsHeaders(setting)
    ['content-security-policy']?.split('; ')
    .find((each) => each.startsWith(`${name} `))

describe('the page of the CMS', () => {
  test('talks to us alone when the texts are ours', () => {
    expect(part('connect-src')).toBe("connect-src 'self' blob:")
    expect(part('img-src')).toBe("img-src 'self' data: blob:")
    expect(cmsHeaders()).not.toHaveProperty('cross-origin-opener-policy')
  })

  test.each([
    [
      'github+https://github.com/owner/name?sign-in=login.example.no',
      'https://api.github.com https://www.githubstatus.com',
      'https://avatars.githubusercontent.com',
    ],
    ['github+https://git.example.no/owner/name', 'https://git.example.no', 'https://git.example.no'],
    ['gitlab+https://gitlab.com/group/name?application=a', 'https://gitlab.com', 'https://gitlab.com'],
    [
      'gitea+https://git.example.no:3000/owner/name',
      'https://git.example.no:3000',
      'https://git.example.no:3000',
    ],
  ])('with %s talks to that server too, and to no other', (setting, connect, images) => {
    expect(part('connect-src', setting)).toBe(`connect-src 'self' blob: ${connect}`)
    expect(part('img-src', setting)).toBe(`img-src 'self' data: blob: ${images}`)
    expect(part('script-src', setting)).toBe(part('script-src'))
  })

  test('hears from the window that GitHub signs editors in with', () => {
    const { 'cross-origin-opener-policy': opener } = cmsHeaders('github+https://github.com/owner/name')
    expect(opener).toBe('same-origin-allow-popups')
  })
})
