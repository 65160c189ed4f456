import { nodeProjects } from '@partner-upgrades/tools/vitest'

// msw 2 and msw 3 both replace globals of their process, and a module to be mocked must not be loaded yet.
export default nodeProjects(['src/{adapters,testing}/*msw*.test.ts', 'src/cli/unwatched.test.ts'])
