export { type MswHandler, toHandlers } from './adapters/handlers.ts'
export * from './core.ts'
// The names that stand here hide those of the core: this mock has handlers, too.
export { createPartnerCenterMock, type PartnerCenterMock } from './mock/mock-with-handlers.ts'
