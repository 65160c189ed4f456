import { expect, onTestFinished, test } from 'vitest'
import { startRawServer, write } from '../../test/raw-server.ts'
import { request } from '../../test/service.ts'
import { createProductUpgradesClient } from '../client.ts'

// https://learn.microsoft.com/partner-center/security/partner-security-requirements-mandating-mfa
test.for([
  ['401 Unauthorized - MFA required', 'mfa'],
  ['401 Unauthorized', 'rejected'],
])('the documented 401 without a body, %s, means %s', async ([line, reason]) => {
  const answer = `HTTP/1.1 ${line}\r\nWWW-Authenticate: Bearer error="invalid_token"\r\nRequest-Context: appId=\r\nContent-Length: 0\r\n\r\n`
  const server = await startRawServer(write(answer))
  onTestFinished(() => server.close())
  const client = createProductUpgradesClient({ credential: 'a-token', baseUrl: server.url })
  await expect(client.checkEligibility(request)).rejects.toMatchObject({
    name: 'AuthenticationError',
    reason,
    status: 401,
  })
})
