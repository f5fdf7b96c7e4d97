import { turnRoute } from '../_turn.ts'

export const prerender = false
export const POST = turnRoute('resume')
