import { nodeProject } from './vitest.ts'

export default nodeProject({ include: ['*.test.ts', '*/*.test.ts'] })
