import { nodeProject } from '@partner-upgrades/tools/vitest'
import { configDefaults } from 'vitest/config'

// Both msw 2 and msw 3 replace the globals of the process they run in, and a mocked module must not have been loaded before.
const alone = ['src/{adapters,testing}/*msw*.test.ts', 'src/cli/unwatched.test.ts']

export default nodeProject({
  // What a project includes is added to what is included here.
  include: [],
  projects: [
    nodeProject({ name: 'together', exclude: [...configDefaults.exclude, ...alone] }),
    nodeProject({ name: 'alone', include: alone, isolate: true }),
  ],
})
