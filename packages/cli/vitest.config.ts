import { nodeProjects } from '@partner-upgrades/tools/vitest'

// A module to be mocked must not be loaded yet.
export default nodeProjects(['src/commands/fleet/options.test.ts'])
