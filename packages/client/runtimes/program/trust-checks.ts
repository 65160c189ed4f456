import type { TokenRequest } from '@partner-upgrades/client'
import type { Check } from './check.ts'
import { about, connect } from './connect.ts'
import { expectSame, rejectionName } from './expect.ts'
import { claims, customers, tokens } from './subjects.ts'

/** Connections that cannot be relied on, and tokens. */
export const trustChecks: readonly Check[] = [
  {
    name: 'a closed connection is told from everything else',
    async run(baseUrl) {
      expectSame(await rejectionName(connect(baseUrl).checkEligibility(about(customers.dropped))), 'ConnectionError')
    },
  },
  {
    name: 'nobody there is told from everything else',
    // A port that no runtime refuses by itself, as they do the low ones.
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
    name: 'a claims challenge is decoded and answered with another token',
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
