import type { PartnerCenterMock } from '../mock/partner-center-mock.ts'
import { unanswered } from './request-line.ts'
import type { Sessions } from './sessions.ts'

/** Represents the Partner Center of the running test: each test has its own. It can be passed around before any test runs. */
export interface PartnerCenterInTests extends PartnerCenterMock {
  /**
   * Allows contract violations in this test, such as rejected or unhandled requests: those whose message matches
   * the pattern, or all.
   *
   * @example
   * partnerCenter.allowViolations(/productFamily/)
   */
  allowViolations(pattern?: RegExp): void
  /**
   * Serves this test's Partner Center over HTTP on a free loopback port, until the test ends.
   *
   * @returns the base URL, without a trailing slash.
   */
  listen(): Promise<string>
  /**
   * Wraps a test so that its asynchronous context has its own Partner Center: for runners whose hooks do not know which
   * concurrent test they run for.
   *
   * @example
   * test.concurrent('an upgrade completes', partnerCenter.isolated(async () => { … }))
   */
  isolated<Args extends readonly unknown[], T>(body: (...args: Args) => T | Promise<T>): (...args: Args) => Promise<T>
}

/** Creates one object that delegates to the mock of the running test. */
export function createPartnerCenterInTests(sessions: Sessions): PartnerCenterInTests {
  const mock = (): PartnerCenterMock => sessions.current().mock
  return {
    locate: (method, url) => sessions.running()?.mock.locate(method, url),
    locateAnywhere: (method, url) => mock().locateAnywhere(method, url),
    respond: (message) => mock().respond(message),
    handle: (request) => mock().handle(request),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const { method, url } = request
      const session = sessions.sender(method, url)
      if (session === undefined) throw unanswered(method, url)
      if (session.mock.locateAnywhere(method, url) === undefined) session.noteUnhandled(method, url)
      return session.mock.fetch(request)
    },
    clock: {
      now: () => mock().clock.now(),
      sleep: (milliseconds, signal) => mock().clock.sleep(milliseconds, signal),
      advance: (by) => mock().clock.advance(by),
    },
    get requests() {
      return mock().requests
    },
    snapshot: () => mock().snapshot(),
    inject: (fault, aim) => mock().inject(fault, aim),
    addCustomers: (customers) => mock().addCustomers(customers),
    setCustomers: (customers) => mock().setCustomers(customers),
    override: (overrides) => mock().override(overrides),
    assertContract: (options) => mock().assertContract(options),
    reset: () => mock().reset(),
    allowViolations: (pattern) => sessions.current().allow(pattern),
    listen: () => sessions.current().listen(),
    isolated:
      (body) =>
      (...args) =>
        sessions.run(() => body(...args)),
  }
}
