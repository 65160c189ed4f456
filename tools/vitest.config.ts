import { nodeProject } from './vitest.ts'

// These tests start programs and wait for them.
export default nodeProject({ include: ['*.test.ts', '*/*.test.ts'], maxWorkers: 2 })
