import { AsyncLocalStorage } from 'node:async_hooks'
import { MockUsageError, reasonOf } from '../contract/errors.ts'
import type { PartnerCenterMock } from '../mock/partner-center-mock.ts'
import { requestLine } from './request-line.ts'
import { startSession, type TestSession } from './test-session.ts'

/** The sessions of the running tests, told apart by asynchronous context. */
export interface Sessions {
  /**
   * The session of the test whose code is running.
   *
   * @throws MockUsageError outside of a test.
   */
  current(): TestSession
  /** The same session, or undefined once the test has ended or outside of a test. */
  running(): TestSession | undefined
  /** The session of the test that sent a request; a request that no running test sent is recorded for `close`. */
  sender(method: string, url: string): TestSession | undefined
  /** Runs a test in its own session, whatever else runs at the same time. */
  run<T>(body: () => T | Promise<T>, name?: string): Promise<T>
  /** Starts a session for all code that does not run in its own session. */
  begin(name?: string): void
  /**
   * Ends the session that `begin` started.
   *
   * @throws ContractAssertionError if the test violated the contract.
   */
  end(): Promise<void>
  /**
   * Clears the record of stray requests at the end of a file.
   *
   * @throws MockUsageError listing each request that was sent outside of a running test.
   */
  close(): void
}

/** Creates sessions, each with its own mock. */
export function createSessions(createMock: () => PartnerCenterMock): Sessions {
  const own = new AsyncLocalStorage<TestSession>()
  let shared: TestSession | undefined
  const strays = new Set<string>()
  const latest = (): TestSession | undefined => own.getStore() ?? shared

  return {
    current: () => {
      const session = latest()
      if (session === undefined) throw new MockUsageError('Each test has its own Partner Center: use it inside a test.')
      return session
    },
    running: () => {
      const session = latest()
      return session?.ended ? undefined : session
    },
    sender: (method, url) => {
      const session = latest()
      if (session?.ended === false) return session
      const when = session === undefined ? 'outside of a test' : `after its test${named(session)} had ended`
      strays.add(`${requestLine(method, url)} was sent ${when}`)
      return undefined
    },
    run: (body, name) => {
      const session = startSession(createMock(), name)
      return own.run(session, () => runIn(session, body))
    },
    begin: (name) => {
      shared = startSession(createMock(), name)
    },
    end: async () => {
      const session = shared
      shared = undefined
      await session?.end()
    },
    close: () => {
      const lines = [...strays].map((line) => `- ${line}`)
      strays.clear()
      if (lines.length > 0) throw new MockUsageError(`Requests outside any running test:\n${lines.join('\n')}`)
    },
  }
}

async function runIn<T>(session: TestSession, body: () => T | Promise<T>): Promise<T> {
  let result: T
  try {
    result = await body()
  } catch (error) {
    throw await explained(error, session)
  }
  await session.end()
  return result
}

/** Combines a failure with the contract violation that may have caused it. */
async function explained(failure: unknown, session: TestSession): Promise<unknown> {
  try {
    await session.end()
    return failure
  } catch (violation) {
    return new AggregateError([failure, violation], `${reasonOf(failure)}\n\n${reasonOf(violation)}`)
  }
}

function named({ name }: TestSession): string {
  return name === undefined ? '' : ` "${name}"`
}
