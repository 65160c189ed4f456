export { type MswHandler, toHandlers } from './adapters/handlers.ts'
export * from './core.ts'
// These exports take precedence over those of the core: this mock also has handlers.
export { createPartnerCenterMock, type PartnerCenterMock } from './mock/mock-with-handlers.ts'
