/** Whether there is room for what people send. A full disk takes nothing in, and nobody would see it from outside. */
import { statfs } from 'node:fs/promises'
import type { Check } from './readiness.ts'

/** Some ten thousand submissions, or a few builds of the site. */
const enough = 100

/** @param least how many megabytes (10^6 bytes) must be free */
export const diskCheck = (folder: string, least = enough): Check => ({
  name: 'disk',
  weight: 'degraded',
  async look() {
    const { bavail, bsize } = await statfs(folder)
    const free = Math.floor((bavail * bsize) / 1e6)
    return free < least ? `${free} MB free for the data folder; soon nothing can be stored` : undefined
  },
})
