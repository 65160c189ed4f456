import { nodeProject } from '@partner-upgrades/tools/vitest'

// Many of these tests are meant to fail: `vitest-project.test.ts` runs them. Each file has its own worker, because two versions of
// msw in one process patch the same globals and handle each other's requests.
// These tests throw instead of using `expect`, because they run under other runners, too.
export default nodeProject({
  include: ['*.spec.js'],
  reporters: ['json'],
  isolate: true,
  expect: { requireAssertions: false },
})
