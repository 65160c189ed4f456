import { createPartnerCenterMock, type PartnerCenterMock } from '../service/partner-center-mock.ts'
import { interceptFetch, type Passthrough } from './intercept-fetch.ts'
import { listenMsw, type MswServer } from './listen-msw.ts'
import { createPartnerCenterInTests, type PartnerCenterInTests } from './partner-center-in-tests.ts'
import { createSessions } from './sessions.ts'

/** How tests reach their Partner Center, and what it is like. */
export interface TestingOptions {
  /**
   * Makes the mock of one test. What it is made of, its clock above all, should be made here too: tests share the rest.
   * @default () => createPartnerCenterMock()
   */
  readonly mock?: () => PartnerCenterMock
  /**
   * Makes the server of msw through which the tests' requests are answered, beside handlers of your own. Without it, the global
   * `fetch` is replaced for as long as the file runs.
   *
   * @example
   * (partnerCenter) => setupServer(...toHandlers(partnerCenter), ...handlers)
   */
  readonly server?: (partnerCenter: PartnerCenterInTests) => MswServer
  /**
   * Which requests of the global `fetch` may go to the network, such as those to a server that the tests started. With a
   * `server`, msw's own `passthrough()` says so.
   * @default none
   */
  readonly passthrough?: Passthrough
}

/** What connects the tests of a runner with their Partner Centers. */
export interface PartnerCenterTesting {
  /** The Partner Center of whichever test asks. */
  readonly partnerCenter: PartnerCenterInTests
  /** Before the first test of a file. */
  start(): void
  /**
   * After the last one.
   *
   * @throws MockUsageError if a request was sent outside of a test, or after the end of the one that sent it.
   */
  stop(): void
  /**
   * Runs a test in a Partner Center of its own, told apart from those that run meanwhile by its asynchronous context.
   *
   * @throws ContractBreached if it sent a request that is unhandled or turned away, or an answer would have broken the contract.
   */
  run<T>(body: () => T | Promise<T>, name?: string): Promise<T>
  /** Before a test, for runners that cannot be told to run something around it. Only one such test can run at a time. */
  begin(name?: string): void
  /**
   * After that test.
   *
   * @throws ContractBreached as `run` does.
   */
  end(): Promise<void>
}

/** Connects a runner of tests; `usePartnerCenter` does so for those that are known. */
export function createPartnerCenterTesting(options: TestingOptions = {}): PartnerCenterTesting {
  const { mock = () => createPartnerCenterMock(), server, passthrough = () => false } = options
  const sessions = createSessions(mock)
  const partnerCenter = createPartnerCenterInTests(sessions)
  let stopAnswering = (): void => {}
  return {
    partnerCenter,
    start: () => {
      stopAnswering = server ? listenMsw(server(partnerCenter), sessions) : interceptFetch(sessions, passthrough)
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
