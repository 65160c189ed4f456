import { nodeProject } from './vitest.ts'

// For the tests that READMEs show.
export default nodeProject({ include: ['**/*.ts'], reporters: ['default'] })
