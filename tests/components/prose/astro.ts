/** How Astro draws a body of MDX: compiled by its own processor. Only the last step, from elements to HTML, is React's. */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { satteri } from '@astrojs/markdown-satteri'
import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

const require = createRequire(import.meta.url)
const runtime = pathToFileURL(require.resolve('react/jsx-runtime')).href

export async function drawnByAstro(mdx: string, components: object): Promise<string> {
  const processor = await satteri().createMdxRenderer?.({}, { optimize: false, srcDir: new URL('file:///') })
  if (!processor) throw new Error('expected a processor of MDX, got none')
  const { code } = await processor.process(mdx, '/page.mdx', {})
  const module = `${code.replaceAll('astro/jsx-runtime', runtime)}\nexport { MDXContent }`
  const { MDXContent } = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(module)}`
  )) as {
    MDXContent: FunctionComponent<{ components: object }>
  }
  return renderToStaticMarkup(createElement(MDXContent, { components }))
}

/** White space beside an element that stands on lines of its own shows nowhere. */
export const withoutLines = (html: string): string =>
  html.replace(
    /\s*(<\/?(?:p|h\d|ul|ol|li|table|thead|tbody|tr|th|td|blockquote|hr|br|section|address|figure|details)\b[^>]*>)\s*/g,
    '$1',
  )
