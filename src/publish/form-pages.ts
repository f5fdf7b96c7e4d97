/**
 * Gives every form its pages, so that a new form is a definition and its words. A form whose path has a file of its
 * own in `src/pages/` keeps that as its first page, and the courses' has its pages there altogether.
 */
import { existsSync } from 'node:fs'
import type { AstroIntegration } from 'astro'
import { definitions } from '#forms/forms.ts'

export default function formPages(): AstroIntegration {
  return {
    name: 'form-pages',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const { path, forEach, more } of definitions) {
          if (forEach) continue
          if (!existsSync(`src/pages${path}index.astro`))
            injectRoute({ pattern: path, entrypoint: 'src/pages/_form/first.astro', prerender: false })
          const receipt = `${path}kvittering/[reference]/`
          injectRoute({ pattern: receipt, entrypoint: 'src/pages/_form/receipt.astro', prerender: false })
          if (!more) continue
          const further = `${path}${more.slug}/`
          injectRoute({ pattern: further, entrypoint: 'src/pages/_form/further.astro', prerender: false })
        }
      },
    },
  }
}
