import type { PartnerCenterMock } from '../mock/partner-center-mock.ts'
import { type MockServer, startMockServer } from '../server/start-mock-server.ts'
import { ContractAssertionError } from '../service/violation-log.ts'
import { requestLine } from './request-line.ts'

/** The session of one test, with its own Partner Center. */
export interface TestSession {
  /** The name of the test; undefined if the runner does not provide it. */
  readonly name: string | undefined
  /** The test's own Partner Center. */
  readonly mock: PartnerCenterMock
  /** Whether the test has ended: its requests are no longer handled. */
  readonly ended: boolean
  /** Records a request that nothing handles. */
  noteUnhandled(method: string, url: string): void
  /** Allows contract violations: those whose message matches, or all. */
  allow(pattern?: RegExp): void
  /** Serves the mock over HTTP until the test ends; returns the base URL. */
  listen(): Promise<string>
  /** Whether a URL belongs to a server that `listen` started. */
  serves(url: string): boolean
  /**
   * Ends the test's session.
   *
   * @throws ContractAssertionError if its code sent a rejected or unhandled request, or a response would have violated the contract,
   * unless the test allows it.
   */
  end(): Promise<void>
}

/** Starts the session of a test. */
export function startSession(mock: PartnerCenterMock, name?: string): TestSession {
  const unhandled = new Set<string>()
  const allowed: RegExp[] = []
  const servers: MockServer[] = []
  let ended = false

  const noteUnhandled = (method: string, url: string): void => {
    unhandled.add(`${requestLine(method, url)} is outside the contract, and no other handler answers it`)
  }

  return {
    name,
    mock,
    get ended() {
      return ended
    },
    noteUnhandled,
    allow: (pattern = /^/) => void allowed.push(pattern),
    listen: async () => {
      const server = await startMockServer({
        ...mock,
        respond: (message) => {
          if (mock.locateAnywhere(message.method, message.target) === undefined)
            noteUnhandled(message.method, message.target)
          return mock.respond(message)
        },
      })
      servers.push(server)
      return server.url
    },
    serves: (url) => servers.some((server) => url.startsWith(`${server.url}/`)),
    end: async () => {
      ended = true
      await Promise.all(servers.map((server) => server.close()))
      const violations = [...violationsOf(mock), ...unhandled].filter(
        (line) => !allowed.some((each) => line.search(each) >= 0),
      )
      if (violations.length > 0) throw new ContractAssertionError(violations)
    },
  }
}

function violationsOf(mock: PartnerCenterMock): readonly string[] {
  try {
    // Another handler may respond to requests outside the contract.
    mock.assertContract({ misses: false })
    return []
  } catch (error) {
    if (error instanceof ContractAssertionError) return error.violations
    throw error
  }
}
