import type { PartnerCenterMock } from '../service/partner-center-mock.ts'
import { unanswered } from './request-line.ts'
import type { Sessions } from './sessions.ts'

/** The Partner Center of whichever test asks: each has one of its own. It can be handed out before any test runs. */
export interface PartnerCenterInTests extends PartnerCenterMock {
  /**
   * Lets this test send requests that are turned away or unhandled, and overrides answer against the contract: what matches
   * the pattern, or everything.
   *
   * @example
   * partnerCenter.allowBreaches(/productFamily/)
   */
  allowBreaches(pattern?: RegExp): void
  /**
   * Serves this test's Partner Center over HTTP on a free loopback port, until the test ends.
   *
   * @returns the base URL, without a slash at its end.
   */
  listen(): Promise<string>
  /**
   * A test whose Partner Center is its own by the asynchronous context of its code: for runners whose hooks do not see which
   * of several concurrent tests they run for.
   *
   * @example
   * test.concurrent('an upgrade completes', partnerCenter.isolated(async () => { … }))
   */
  isolated<Args extends readonly unknown[], T>(body: (...args: Args) => T | Promise<T>): (...args: Args) => Promise<T>
}

/** One object that stands for all the mocks of the tests. */
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
    override: (overrides) => mock().override(overrides),
    assertContract: (options) => mock().assertContract(options),
    reset: () => mock().reset(),
    allowBreaches: (pattern) => sessions.current().allow(pattern),
    listen: () => sessions.current().listen(),
    isolated:
      (body) =>
      (...args) =>
        sessions.run(() => body(...args)),
  }
}
