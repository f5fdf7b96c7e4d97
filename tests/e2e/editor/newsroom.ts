/**
 * A municipality of its own whose texts are edited: the real program, which builds the site and keeps it fresh, and
 * people in front of it. Its texts are Fjordvik's, its repository and its builds are gone when the tests are.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { newLink } from '#access/sign-in.ts'
import { addStaff } from '#db/staff.ts'
import type { Role } from '#db/tables.ts'
import { readEnvironment } from '#env.ts'
import { openRuntime } from '#server/runtime.ts'
import { openBrowser } from '../../browser.ts'
import { fixedNow } from '../../sites.ts'

export interface Newsroom {
  readonly origin: string
  /** Whatever a page asked of another host, or was not allowed to do. */
  readonly complaints: string[]
  /** Somebody at a device of her own, signed in with a link. */
  readonly signIn: (name: string, role?: Role, options?: BrowserContextOptions) => Promise<Page>
  /** Signs the same person in once more, in another window of the same device. */
  readonly signInAgain: (page: Page, name: string) => Promise<void>
  readonly end: () => Promise<void>
}

/** @param municipality a name that no other program builds to meanwhile */
export async function openNewsroom(municipality = 'editor-test'): Promise<Newsroom> {
  const folder = await mkdtemp(join(tmpdir(), 'editor-'))
  const content = join(folder, 'content')
  await cp('content', content, { recursive: true })
  const local = join(content, 'municipalities')
  await cp(join(local, 'fjordvik'), join(local, municipality), { recursive: true })
  // What another test has drawn on paper, this one finds.
  const papers = resolve('.test/papers')
  await mkdir(papers, { recursive: true })
  await mkdir(join(folder, 'data'))
  await symlink(papers, join(folder, 'data/paper'))
  const environment = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ASTRO_TELEMETRY_DISABLED: '1',
    MUNICIPALITY: municipality,
    PUSTEROM_CONTENT: content,
    PUSTEROM_DATA: join(folder, 'data'),
    PUSTEROM_NOW: fixedNow,
    PORT: '0',
  }
  const program = spawn(process.execPath, ['src/commands/start.ts'], { env: environment })
  process.once('exit', () => program.kill('SIGKILL'))
  const origin = await originOf(program)
  const runtime = await openRuntime(readEnvironment(environment), pino({ level: 'silent' }))
  const browser = await openBrowser()
  const complaints: string[] = []
  const staff = new Map<string, string>()

  async function openLink(page: Page, name: string): Promise<void> {
    const staffId = staff.get(name) ?? ''
    await page.goto(await newLink(runtime.db, { staffId, origin, now: runtime.now() }))
    await page.getByRole('button', { name: 'Logg inn' }).click()
    await page.waitForURL(/\/(admin|koordinator)\//)
  }

  return {
    origin,
    complaints,
    async signIn(name, role = 'editor', options = {}) {
      if (!staff.has(name)) {
        const email = `${name.toLowerCase().replaceAll(' ', '.')}@fjordvik.example`
        const person = { name, email, role, now: runtime.now() }
        staff.set(name, (await addStaff(runtime.db, runtime.vault, person)).id)
      }
      const device = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
      await device.clock.setFixedTime(fixedNow)
      const page = await device.newPage()
      page.setDefaultTimeout(30_000)
      device.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) complaints.push(url)
      })
      page.on('console', (message) => {
        if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text())
      })
      page.on('dialog', (dialog) => void dialog.accept())
      await openLink(page, name)
      await page.goto(`${origin}/admin/`)
      return page
    },
    async signInAgain(page, name) {
      const other = await page.context().newPage()
      await openLink(other, name)
      await other.close()
    },
    async end() {
      await browser.close()
      await runtime.close()
      const ended = program.exitCode === null ? once(program, 'exit') : undefined
      program.kill('SIGTERM')
      await ended
      for (const each of [folder, join('dist', municipality)])
        await rm(each, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

/** Where the program listens, once it has built the site. */
function originOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const hear = (chunk: Buffer) => {
      output += chunk
      const port = /http:\/\/localhost:(\d+)\D/.exec(output)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    }
    program.stdout?.on('data', hear)
    program.stderr?.on('data', hear)
    program.once('exit', () => reject(new Error(`expected the program to start, got:\n${output}`)))
  })
}
