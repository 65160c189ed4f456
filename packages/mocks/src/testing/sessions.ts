import { AsyncLocalStorage } from 'node:async_hooks'
import { MockUsageError, reasonOf } from '../contract/errors.ts'
import type { PartnerCenterMock } from '../mock/partner-center-mock.ts'
import { requestLine } from './request-line.ts'
import { startSession, type TestSession } from './test-session.ts'

/** Who asks: the tests that run now, told apart by the asynchronous context of their code. */
export interface Sessions {
  /**
   * The session of the test whose code runs.
   *
   * @throws MockUsageError outside of a test.
   */
  current(): TestSession
  /** The same, while the test runs. */
  running(): TestSession | undefined
  /** The session of the test that sent a request; one that no running test sent is noted. */
  sender(method: string, url: string): TestSession | undefined
  /** Runs a test in a session of its own, whatever else runs meanwhile. */
  run<T>(body: () => T | Promise<T>, name?: string): Promise<T>
  /** Starts a session for all code that is not in one of its own. */
  begin(name?: string): void
  /**
   * Ends the session that was begun.
   *
   * @throws ContractAssertionError
   */
  end(): Promise<void>
  /**
   * Forgets all, at the end of a file.
   *
   * @throws MockUsageError naming each request that was sent outside of a test.
   */
  close(): void
}

/** Sessions whose mocks are made one by one. */
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

/** A failure together with the violation that may have led to it. */
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
