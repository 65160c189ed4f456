import { nodeProject } from '@partner-upgrades/tools/vitest'

// Tests of which many are meant to fail: `vitest-project.test.ts` runs them. A worker for each file, for two versions of
// msw in one process patch the same globals and each answers for the other.
// These tests assert with node:assert, as they run under other runners, too.
export default nodeProject({
  include: ['*.spec.js'],
  reporters: ['json'],
  isolate: true,
  expect: { requireAssertions: false },
})
