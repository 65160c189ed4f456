import { startCodeBlocks } from './code-blocks.ts'
import { startSearch } from './search/search.ts'

// The script says where the root of the site is: a page does not know by itself how deep it lies.
const root = document.querySelector('script[data-root]')?.getAttribute('data-root') ?? './'
startSearch(root)
startCodeBlocks()
