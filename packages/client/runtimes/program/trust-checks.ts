import type { TokenRequest } from '@partner-upgrades/client'
import type { Check } from './check.ts'
import { about, connect } from './connect.ts'
import { expectSame, rejectionName } from './expect.ts'
import { claims, customers, tokens } from './subjects.ts'

/** Checks of failing connections, redirects and tokens. */
export const trustChecks: readonly Check[] = [
  {
    name: 'a closed connection is a ConnectionError',
    async run(baseUrl) {
      expectSame(await rejectionName(connect(baseUrl).checkEligibility(about(customers.dropped))), 'ConnectionError')
    },
  },
  {
    name: 'a refused connection is a ConnectionError',
    // A port that no runtime blocks by itself, as some do with low ports.
    async run() {
      const call = connect('http://127.0.0.1:65535').checkEligibility(about(customers.ordinary))
      expectSame(await rejectionName(call), 'ConnectionError')
    },
  },
  {
    name: 'a redirect is not followed',
    async run(baseUrl) {
      const call = connect(baseUrl).checkEligibility(about(customers.redirected))
      expectSame(await rejectionName(call), 'ContractViolationError')
    },
  },
  {
    name: 'after a claims challenge, a token with the decoded claims is requested',
    async run(baseUrl) {
      const asked: unknown[] = []
      const credential = ({ forceRefresh, claims }: TokenRequest) => {
        asked.push([forceRefresh, claims ?? null])
        return { token: claims ? tokens.second : tokens.first, expiresOnTimestamp: Date.now() + 3_600_000 }
      }
      const { isEligible } = await connect(baseUrl, { credential }).checkEligibility(about(customers.locked))
      expectSame(isEligible, true)
      expectSame(asked, [
        [false, null],
        [true, claims],
      ])
    },
  },
]
