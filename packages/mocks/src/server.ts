export type { ScenarioFault } from './scenario/scenario.ts'
export { type MockServer, type MockServerOptions, startMockServer } from './server/start-mock-server.ts'
export { type Steering, steer } from './steering/steering.ts'
