import { type MswHandler, toHandlers } from '../adapters/handlers.ts'
import type { PartnerCenterMockOptions } from '../service/options.ts'
import type { Clock, MockClock } from '../time/clock.ts'
import { type PartnerCenterMock as Core, createPartnerCenterMock as createCore } from './partner-center-mock.ts'

/** A Partner Center that lives in this process, with handlers for msw. */
export interface PartnerCenterMock<C extends Clock = MockClock> extends Core<C> {
  /** Handlers for msw's `setupServer` and `setupWorker`, of msw 2 and 3 alike. */
  readonly handlers: MswHandler[]
}

/**
 * Creates a mock Partner Center.
 *
 * @throws MockUsageError if an option names something that does not exist.
 * @example
 * const partnerCenter = createPartnerCenterMock()
 * const server = setupServer(...partnerCenter.handlers)
 */
export function createPartnerCenterMock<C extends Clock>(
  options: PartnerCenterMockOptions<C> & { readonly clock: C },
): PartnerCenterMock<C>
export function createPartnerCenterMock(options?: PartnerCenterMockOptions<MockClock>): PartnerCenterMock
export function createPartnerCenterMock(options?: PartnerCenterMockOptions<MockClock>): PartnerCenterMock {
  const core = createCore(options)
  return Object.assign(core, { handlers: toHandlers(core) })
}
