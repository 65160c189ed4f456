export { usePartnerCenter } from './testing/jest.ts'
export type { PartnerCenterInTests } from './testing/partner-center-in-tests.ts'
export type { TestingOptions } from './testing/testing.ts'
