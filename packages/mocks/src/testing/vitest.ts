import { afterAll, aroundEach, beforeAll } from 'vitest'
import type { PartnerCenterInTests } from './partner-center-in-tests.ts'
import { createPartnerCenterTesting, type TestingOptions } from './testing.ts'

/**
 * Gives each test of the file its own Partner Center, concurrent tests included, and fails tests that send a request
 * that is rejected or unhandled.
 *
 * @example
 * const partnerCenter = usePartnerCenter()
 *
 * test('an upgrade completes', async () => {
 *   const upgrade = await startUpgrade()
 *   partnerCenter.clock.advance('1h')
 *   expect(await isUpgraded(upgrade)).toBe(true)
 * })
 */
export function usePartnerCenter(options?: TestingOptions): PartnerCenterInTests {
  const { partnerCenter, start, stop, run } = createPartnerCenterTesting(options)
  beforeAll(() => start())
  aroundEach((runTest, { task }) => run(runTest, task.name))
  afterAll(() => stop())
  return partnerCenter
}
