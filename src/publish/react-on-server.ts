/**
 * React as a way to draw blocks on the server, shared with the editor's preview. No public page hydrates, so none loads
 * its 57 kB of browser script; a `client:` directive fails the build instead of growing every page. The board of the
 * coordinator brings React in a file of its own (src/components/match/board.client.tsx).
 */
import react from '@astrojs/react'
import type { AstroIntegration } from 'astro'

export default function reactOnServer(): AstroIntegration {
  // Without streams an error is thrown and not printed: it may be about what somebody is typing.
  const integration = react({ experimentalDisableStreaming: true })
  const setup = integration.hooks['astro:config:setup']
  return {
    ...integration,
    hooks: {
      ...integration.hooks,
      'astro:config:setup': (options) =>
        setup?.({
          ...options,
          addRenderer: ({ clientEntrypoint: _, ...renderer }) => options.addRenderer(renderer),
        }),
    },
  }
}
