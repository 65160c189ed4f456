import { checkKeys, type NamesOf } from '../input/check-input.ts'
import { createPartnerCenterMock, type PartnerCenterMock } from '../mock/partner-center-mock.ts'
import { interceptFetch, type Passthrough } from './intercept-fetch.ts'
import { interceptMsw, type MswServer } from './intercept-msw.ts'
import { createPartnerCenterInTests, type PartnerCenterInTests } from './partner-center-in-tests.ts'
import { createSessions } from './sessions.ts'

/** The options of `usePartnerCenter`. */
export interface TestingOptions {
  /**
   * Creates the mock of one test. Create its clock here, too: whatever is created outside is shared between tests.
   * @default () => createPartnerCenterMock()
   */
  readonly mock?: (() => PartnerCenterMock) | undefined
  /**
   * Creates the msw server that handles requests, next to your own handlers. Without it, the global
   * `fetch` is replaced while the file runs.
   *
   * @default none
   * @example
   * (partnerCenter) => setupServer(...toHandlers(partnerCenter), ...handlers)
   */
  readonly server?: ((partnerCenter: PartnerCenterInTests) => MswServer) | undefined
  /**
   * Which requests of the global `fetch` may go to the network, such as those to a server that the tests started. With
   * `server`, use msw's `passthrough()` instead.
   * @default none
   */
  readonly passthrough?: Passthrough | undefined
}

const optionNames: NamesOf<TestingOptions> = { mock: true, server: true, passthrough: true }

/** Connects a test runner with the Partner Centers of its tests. */
export interface PartnerCenterTesting {
  /** Represents the Partner Center of the running test. */
  readonly partnerCenter: PartnerCenterInTests
  /** Call it before the first test of a file. */
  start(): void
  /**
   * Call it after the last test of a file.
   *
   * @throws MockUsageError if a request was sent outside of a test, or after its test had ended.
   */
  stop(): void
  /**
   * Runs a test with its own Partner Center. Concurrent tests are told apart by asynchronous context.
   *
   * @throws ContractAssertionError if it sent an unhandled or rejected request, or a response would have violated the contract.
   */
  run<T>(body: () => T | Promise<T>, name?: string): Promise<T>
  /** Call it before a test, if the runner cannot wrap tests in `run`. Only one such test can run at a time. */
  begin(name?: string): void
  /**
   * Call it after that test.
   *
   * @throws ContractAssertionError as `run` does.
   */
  end(): Promise<void>
}

/** Connects a test runner. Use `usePartnerCenter` for vitest, Jest, and runners with the usual hooks. */
export function createPartnerCenterTesting(options: TestingOptions = {}): PartnerCenterTesting {
  checkKeys('option of usePartnerCenter', options, optionNames)
  const { mock = () => createPartnerCenterMock(), server, passthrough = () => false } = options
  const sessions = createSessions(mock)
  const partnerCenter = createPartnerCenterInTests(sessions)
  let stopAnswering = (): void => {}
  return {
    partnerCenter,
    start: () => {
      stopAnswering = server ? interceptMsw(server(partnerCenter), sessions) : interceptFetch(sessions, passthrough)
    },
    stop: () => {
      stopAnswering()
      sessions.close()
    },
    run: sessions.run,
    begin: sessions.begin,
    end: sessions.end,
  }
}
