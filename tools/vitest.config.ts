import { nodeProject } from './vitest.ts'

// It starts programs and waits for them.
export default nodeProject({ include: ['*.test.ts', '*/*.test.ts'], maxWorkers: 2 })
