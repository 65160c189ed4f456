import { nodeProject } from '@partner-upgrades/tools/vitest'
import { configDefaults } from 'vitest/config'

// A module to be mocked must not be loaded yet.
const alone = ['src/commands/fleet/options.test.ts']

export default nodeProject({
  // A project's `include` is added to this one.
  include: [],
  projects: [
    nodeProject({ name: 'together', exclude: [...configDefaults.exclude, ...alone] }),
    nodeProject({ name: 'alone', include: alone, isolate: true }),
  ],
})
