import { startCodeBlocks } from './code-blocks.ts'
import { startSearch } from './search/search.ts'

// The script element names the root of the site: a page does not know its own depth.
const root = document.querySelector('script[data-root]')?.getAttribute('data-root') ?? './'
startSearch(root)
startCodeBlocks()
