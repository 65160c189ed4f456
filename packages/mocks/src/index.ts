export { toFetch } from './adapters/fetch.ts'
export { type Handle, toHandle } from './adapters/handle.ts'
export { type MswHandler, toHandlers } from './adapters/handlers.ts'
export type { Answer, InjectedAnswer } from './contract/answer.ts'
export {
  type ContractMock,
  type ContractMockOptions,
  createContractMock,
  type Observation,
  type Resolved,
  type Resolver,
} from './contract/contract-mock.ts'
export type { AcceptCredential, Credential } from './contract/credentials.ts'
export { ContractViolation, MockUsageError, UndocumentedAnswer, type Violation } from './contract/errors.ts'
export type { Fate, IncomingMessage, OutgoingMessage } from './contract/message.ts'
export type { ParameterValues } from './contract/parameters.ts'
export { describeRejection, type Rejection, type RequestProblem } from './contract/rejection.ts'
export type { Call } from './contract/validate-request.ts'
export type { InjectedFault, InjectionContext } from './injections/injected-fault.ts'
export type { Injection, InjectionOptions } from './injections/injections.ts'
export { faults } from './injections/presets.ts'
export { createPartnerCenterMock, type PartnerCenterMock } from './mock/mock-with-handlers.ts'
export type { MockSnapshot } from './mock/partner-center-mock.ts'
export type { Customer } from './service/customers.ts'
export type { JournalEntry } from './service/journal.ts'
export type { PartnerCenterMockOptions } from './service/options.ts'
export type { AnswerOf, CallOf, Override, OverrideMap } from './service/override-types.ts'
export type { SeedUpgrade } from './service/seed-upgrade.ts'
export type { ThrottleLimit } from './service/throttle.ts'
export type { Token, Tokens } from './service/tokens.ts'
export type { Durations, ErrorDetails, LineItemPlan, Product, UpgradeStatus } from './service/upgrade.ts'
export { type AssertOptions, ContractAssertionError } from './service/violation-log.ts'
export { type Clock, createClock, type MockClock, type MockClockOptions } from './time/clock.ts'
export type { Duration } from './time/duration.ts'
export { realClock } from './time/real-clock.ts'
