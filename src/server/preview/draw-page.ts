/**
 * Draws any page of the public site while the server runs, also those that a build draws, with the components that the
 * build has. Which texts they show is for whoever calls to say: see withTexts().
 */
import react from '@astrojs/react/server.js'
import { experimental_AstroContainer as Container } from 'astro/container'
import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import { definitions } from '#forms/forms.ts'
import type { Runtime } from '../runtime.ts'
import { listRoutes, type Params } from './route.ts'

interface PageModule {
  readonly default: AstroComponentFactory
  getStaticPaths?(): Promise<readonly { params: Params; props?: Record<string, unknown> }[]>
}

const modules = import.meta.glob<PageModule>([
  '../../pages/**/*.astro',
  '!../../pages/(admin|koordinator|logg-inn)/**',
])
const files = Object.keys(modules).map((file) => file.replace('../../pages/', ''))

/** A form without a file of its own: see src/publish/form-pages.ts. */
const formPage = { file: '_form/first.astro', params: {} }

/**
 * @param path `/rettigheter/avlastning/`
 * @returns nothing when there is no such page
 * @throws what the page throws
 */
export async function drawPage(path: string, runtime: Runtime): Promise<string | undefined> {
  const isForm = definitions.some((form) => form.path === path)
  for (const { file, params } of [...listRoutes(files, path), ...(isForm ? [formPage] : [])]) {
    const module = await modules[`../../pages/${file}`]?.()
    const built = await module?.getStaticPaths?.()
    const found = built?.find((each) => isSame(each.params, params))
    if (module && (found || !built)) return draw(module, path, params, found?.props, runtime)
  }
  return undefined
}

async function draw(module: PageModule, path: string, params: Params, props = {}, runtime: Runtime) {
  const { publicUrl, port } = runtime.environment
  const site = publicUrl?.origin ?? `http://localhost:${port}`
  const request = new Request(new URL(path, site))
  const container = await Container.create({ astroConfig: { site } })
  container.addServerRenderer({ renderer: react })
  const locals = { runtime }
  return container.renderToString(module.default, { request, params, props, locals, partial: false })
}

const isSame = (one: Params, other: Params) =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => one[name] === other[name])
