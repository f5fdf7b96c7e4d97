import mdx from '@astrojs/mdx'
import react from '@astrojs/react'
import { defineConfig } from 'astro/config'
import { readEnvironment } from './src/env.ts'
import pusteromServer from './src/server/adapter.ts'

const environment = readEnvironment()

export default defineConfig({
  site: environment.publicUrl?.origin ?? `http://localhost:${environment.port}`,
  trailingSlash: 'ignore',
  integrations: [mdx(), react()],
  adapter: pusteromServer(),
  // The Origin check is in src/middleware.ts: Astro's own answers 403 behind a proxy that ends TLS.
  security: { checkOrigin: false },
  build: { format: 'directory', inlineStylesheets: 'always', assets: '_assets' },
  devToolbar: { enabled: false },
})
