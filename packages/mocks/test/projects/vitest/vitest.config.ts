import { nodeProject } from '@partner-upgrades/tools/vitest'

// Tests of which many are meant to fail: `vitest-project.test.ts` runs them.
export default nodeProject({ include: ['*.spec.js'], reporters: ['json'] })
