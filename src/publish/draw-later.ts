/**
 * Keeps Astro from drawing the pages when it bundles the program: `draw/` in the bundle draws them, as often as the
 * texts change. What Astro would have drawn with is what is kept.
 */
import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

export default function drawLater(): AstroIntegration {
  let server: URL
  let out: URL
  return {
    name: 'draw-later',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'draw-later',
                configEnvironment: (name: string) =>
                  name === 'prerender'
                    ? {
                        build: {
                          rolldownOptions: {
                            input: fileURLToPath(new URL('../server/drawing.ts', import.meta.url)),
                          },
                        },
                      }
                    : undefined,
              },
            ],
          },
        })
      },
      'astro:config:done': ({ config }) => {
        server = config.build.server
        out = config.outDir
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({
          name: 'draw-later',
          getStaticPaths: async () => [],
          render: () => {
            throw new Error('expected no page to be drawn by Astro, got one')
          },
          teardown: () => cp(new URL('.prerender/', server), new URL('draw/', out), { recursive: true }),
        }),
    },
  }
}
