import { join } from 'node:path'

/** The folder of the built site. */
export const siteFolder: string = join(import.meta.dirname, '../dist/site')
