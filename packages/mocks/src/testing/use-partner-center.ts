import type { PartnerCenterInTests } from './partner-center-in-tests.ts'
import { createPartnerCenterTesting, type TestingOptions } from './testing.ts'

/** The hooks of a runner of tests. */
export interface TestHooks {
  beforeAll(run: () => void): unknown
  afterAll(run: () => void): unknown
  beforeEach(run: () => void): unknown
  afterEach(run: () => Promise<void>): unknown
}

/**
 * Gives each test of this file a Partner Center of its own, and fails each whose code sends a request that is unhandled or
 * turned away. Tests that run at the same time must be wrapped in `isolated`: hooks cannot tell them apart.
 *
 * @param hooks those of the runner, such as `node:test`'s or `@jest/globals`'
 * @example
 * import { after, afterEach, before, beforeEach } from 'node:test'
 *
 * const partnerCenter = usePartnerCenter({ beforeAll: before, afterAll: after, beforeEach, afterEach })
 */
export function usePartnerCenter(hooks: TestHooks, options?: TestingOptions): PartnerCenterInTests {
  const { partnerCenter, start, stop, begin, end } = createPartnerCenterTesting(options)
  hooks.beforeAll(() => start())
  hooks.beforeEach(() => begin())
  hooks.afterEach(() => end())
  hooks.afterAll(() => stop())
  return partnerCenter
}
