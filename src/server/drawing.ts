/** What the bundle draws the pages of a build with: Astro's own, with the texts that it is given. */
import { app } from 'astro/entrypoints/prerender'
import { withTexts } from '#texts/scope.ts'

export { app, withTexts }
