import { nodeProject } from '@partner-upgrades/tools/vitest'
import { configDefaults } from 'vitest/config'

// msw 2 and msw 3 both replace globals of their process, and a module to be mocked must not be loaded yet.
const alone = ['src/{adapters,testing}/*msw*.test.ts', 'src/cli/unwatched.test.ts']

export default nodeProject({
  // A project's `include` is added to this one.
  include: [],
  projects: [
    nodeProject({ name: 'together', exclude: [...configDefaults.exclude, ...alone] }),
    nodeProject({ name: 'alone', include: alone, isolate: true }),
  ],
})
