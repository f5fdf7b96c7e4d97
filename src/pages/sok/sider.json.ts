/** Every page with the words it is found by: what the browser's search reads, and the build's own index is made of. */
import { getSearchData } from '#searchable.ts'

export const GET = async () => Response.json(await getSearchData())
