import { defineConfig, passthroughImageService } from 'astro/config'
import { readBuildSettings } from './src/env.ts'
import contentCheck from './src/publish/content-check.ts'
import drawLater from './src/publish/draw-later.ts'
import formPages from './src/publish/form-pages.ts'
import fullTextIndex from './src/publish/full-text-index.ts'
import reactOnServer from './src/publish/react-on-server.ts'
import pusteromServer from './src/server/adapter.ts'
import { bundled, loadAdapter, mishapsOnDemand } from './src/server/hosts/hosts.ts'

const environment = readBuildSettings()
const { adapter: host } = environment

export default defineConfig({
  site: environment.publicUrl?.origin ?? `http://localhost:${environment.port}`,
  trailingSlash: 'ignore',
  integrations: [
    formPages(),
    reactOnServer(),
    ...(host ? [contentCheck(environment.contentFolder), fullTextIndex(), mishapsOnDemand()] : [drawLater()]),
  ],
  adapter: host ? await loadAdapter(host) : pusteromServer(),
  // Ours are in the database; an adapter would bring its own.
  session: false,
  vite: host ? bundled(host, environment) : {},
  // The Origin check is in src/middleware.ts: Astro's own answers 403 behind a proxy that ends TLS.
  security: { checkOrigin: false },
  build: { format: 'directory', inlineStylesheets: 'always', assets: '_assets' },
  image: { service: passthroughImageService() },
  // Astro's default drops the space between a line of text and a link on the next line; this one is lossless.
  compressHTML: true,
  devToolbar: { enabled: false },
})
