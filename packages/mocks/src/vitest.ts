export type { PartnerCenterInTests } from './testing/partner-center-in-tests.ts'
export type { TestingOptions } from './testing/testing.ts'
export { usePartnerCenter } from './testing/vitest.ts'
