import { nodeProject } from '@partner-upgrades/tools/vitest'
import { configDefaults } from 'vitest/config'

// msw 2 and msw 3 both replace the globals of the process they run in: each of their files gets one of its own.
const replacingGlobals = ['src/adapters/*msw*.test.ts']

export default nodeProject({
  // What a project includes is added to what is included here.
  include: [],
  projects: [
    nodeProject({ name: 'mocks', exclude: [...configDefaults.exclude, ...replacingGlobals] }),
    nodeProject({ name: 'msw', include: replacingGlobals, isolate: true }),
  ],
})
