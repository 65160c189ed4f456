import { MockUsageError } from '../contract/errors.ts'
import type { PartnerCenterInTests } from './partner-center-in-tests.ts'
import type { TestingOptions } from './testing.ts'
import { type TestHooks, usePartnerCenter as useWithHooks } from './use-partner-center.ts'

/**
 * Gives each test of the file its own Partner Center, and fails tests that send a request that is unhandled or
 * rejected. Jest's hooks do not run around `test.concurrent`: wrap such tests in `isolated`.
 *
 * @param hooks those of `@jest/globals`, where Jest does not inject globals
 * @throws MockUsageError if there are no hooks.
 */
export function usePartnerCenter(options?: TestingOptions, hooks: unknown = globalThis): PartnerCenterInTests {
  if (!areHooks(hooks))
    throw new MockUsageError(
      "Jest's beforeAll, beforeEach, afterEach and afterAll are missing. Pass those of @jest/globals as the second argument.",
    )
  return useWithHooks(hooks, options)
}

function areHooks(value: unknown): value is TestHooks {
  const { beforeAll, beforeEach, afterEach, afterAll } = Object(value)
  return [beforeAll, beforeEach, afterEach, afterAll].every((hook) => typeof hook === 'function')
}
