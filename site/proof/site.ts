import { join } from 'node:path'

/** Where the site has been built. */
export const siteFolder: string = join(import.meta.dirname, '../dist/site')
