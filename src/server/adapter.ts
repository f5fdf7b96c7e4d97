/**
 * Astro's adapter for our own server: the built entry exports one function from Request to Response.
 * See docs/decisions/002-own-server.md for why this is not @astrojs/node.
 */
import type { AstroIntegration } from 'astro'

export default function pusteromServer(): AstroIntegration {
  return {
    name: 'pusterom-server',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ build: { redirects: false } })
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'pusterom-server',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./entry.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server', middlewareMode: 'classic' },
          supportedAstroFeatures: { hybridOutput: 'stable', staticOutput: 'stable', serverOutput: 'stable' },
        })
      },
    },
  }
}
