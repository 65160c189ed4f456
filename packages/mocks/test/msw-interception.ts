import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createPartnerCenterMock } from '../src/mock/partner-center-mock.ts'
import { interceptMsw, type MswServer } from '../src/testing/intercept-msw.ts'
import { createSessions } from '../src/testing/sessions.ts'

/** Tests, with a host that counts requests, that none leaves a test under a version of msw. */
export function describeInterception(name: string, setupServer: () => MswServer): void {
  describe(name, () => {
    test.for([['a test'], ['no test']])(
      'a request of %s that no handler handles never reaches its host',
      async ([sender]) => {
        let hits = 0
        const host = createServer((_, response) => {
          hits++
          response.end()
        })
        await once(host.listen(0, '127.0.0.1'), 'listening')
        const address = host.address()
        const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1/productUpgrades`
        const sessions = createSessions(() => createPartnerCenterMock())
        const stop = interceptMsw(setupServer(), sessions)
        // msw decides how the request fails: with a 500 response or a network error.
        const send = (): Promise<unknown> => fetch(url, { method: 'POST', body: '{}' }).catch(() => {})
        try {
          if (sender === 'a test') {
            await expect(sessions.run(send)).rejects.toThrow(
              `POST ${url} is outside the contract, and no other handler answers it`,
            )
          } else {
            await send()
            expect(() => sessions.close()).toThrow(`POST ${url} was sent outside of a test`)
          }
          expect(hits).toBe(0)
        } finally {
          stop()
        }
        // Shows that the host would have counted the request.
        await fetch(url)
        expect(hits).toBe(1)
        host.closeAllConnections()
        host.close()
      },
    )
  })
}
