import type { PartnerCenterMock } from '../../src/core.ts'

/** One way to reach a mock. */
export interface Reached {
  readonly fetch: typeof globalThis.fetch
  readonly baseUrl: string
  readonly close: () => void | Promise<void>
}

/** Puts a mock within reach. */
export type Reach = (mock: PartnerCenterMock) => Reached | Promise<Reached>
