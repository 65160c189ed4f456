import { nodeProject } from '@partner-upgrades/tools/vitest'

// Tests of which many are meant to fail: `vitest-project.test.ts` runs them. A worker for each file, for two versions of
// msw in one process patch the same globals and each answers for the other.
export default nodeProject({ include: ['*.spec.js'], reporters: ['json'], isolate: true })
