import { nodeProject } from './vitest.ts'

// For the tests that READMEs show. They may assert with node:assert.
export default nodeProject({ include: ['*.ts'], reporters: ['default'], expect: { requireAssertions: false } })
