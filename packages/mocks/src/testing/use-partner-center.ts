import type { PartnerCenterInTests } from './partner-center-in-tests.ts'
import { createPartnerCenterTesting, type TestingOptions } from './testing.ts'

/** The hooks of a test runner. */
export interface TestHooks {
  /** Registers a function to run before the first test of the file. */
  beforeAll(run: () => void): unknown
  /** Registers a function to run after the last test of the file. */
  afterAll(run: () => void): unknown
  /** Registers a function to run before each test. */
  beforeEach(run: () => void): unknown
  /** Registers a function to run after each test. */
  afterEach(run: () => Promise<void>): unknown
}

/**
 * Gives each test of the file its own Partner Center, and fails tests that send a request that is unhandled or
 * rejected. Tests that run at the same time must be wrapped in `isolated`: hooks cannot tell them apart.
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
