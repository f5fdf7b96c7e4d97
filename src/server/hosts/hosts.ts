/** The serverless hosts that a build can be for, and the adapter of each. */
import type { AstroIntegration } from 'astro'
import type { BuildSettings, HostName } from '#env.ts'
import { packedTexts } from './packed-texts.ts'

interface Host {
  readonly adapter: string
  /** Exact, and tried with the version of Astro in package.json: the two must move together. */
  readonly version: string
  /** What else must be installed, exact too. */
  readonly beside: readonly string[]
  readonly options: object
  /** Where the built files lie that the host sends by itself. */
  readonly files: string
}

export const hosts: Readonly<Record<HostName, Host>> = {
  netlify: {
    adapter: '@astrojs/netlify',
    version: '8.2.6',
    beside: [],
    options: { imageCDN: false },
    files: 'dist/netlify',
  },
  vercel: {
    adapter: '@astrojs/vercel',
    version: '11.0.11',
    beside: [],
    options: {},
    files: '.vercel/output/static',
  },
  cloudflare: {
    adapter: '@astrojs/cloudflare',
    version: '14.3.3',
    beside: ['wrangler@4.164.0'],
    options: {
      prerenderEnvironment: 'node',
      imageService: 'passthrough',
      configPath: 'src/server/hosts/wrangler.jsonc',
    },
    files: 'dist/cloudflare/client',
  },
}

/** @throws when the adapter is not installed; it is no part of `npm install` */
export async function loadAdapter(name: HostName): Promise<AstroIntegration> {
  const { adapter, version, options } = hosts[name]
  try {
    const { default: integrate } = await import(adapter)
    return integrate(options)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Error(
      `ADAPTER=${name}: expected ${adapter} ${version}, got nothing. Run: npm run adapter -- ${name}`,
    )
  }
}

/** Vite bundles what package.json names, and the adapter is not named there. */
export const bundled = (name: HostName, settings: BuildSettings) => ({
  ssr: { noExternal: [hosts[name].adapter] },
  plugins: [packedTexts(settings)],
})

/** In a function the page of an error is drawn: a host keeps the built ones where the function cannot read them. */
export const mishapsOnDemand = (): AstroIntegration => ({
  name: 'mishaps-on-demand',
  hooks: {
    'astro:route:setup': ({ route }) => {
      if (/\/(404|500|feil\/\[status\])\.astro$/.test(route.component)) route.prerender = false
    },
  },
})
