import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock } from '@partner-upgrades/mocks/core'
import { onTestFinished } from 'vitest'
import { token } from './partner-center.ts'
import { type Circumstances, type Ending, runCli } from './run-cli.ts'

/** Starts a service whose responses may violate the contract, and returns a command line for it. */
export async function startOddService(
  respond: (url: string) => unknown,
): Promise<(args: readonly string[], circumstances?: Circumstances) => Promise<Ending>> {
  const server = createServer((request, response) => {
    request.resume()
    response.setHeader('MS-RequestId', '42d075a4-bfe7-43e7-af6d-7c68a57edcb4')
    response.end(JSON.stringify(respond(request.url ?? '')))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const home = mkdtempSync(join(tmpdir(), 'cli-'))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
    rmSync(home, { recursive: true, force: true })
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const env = { PARTNER_CENTER_BASE_URL: url, PARTNER_CENTER_TOKEN: token, XDG_STATE_HOME: home }
  return (args, circumstances = {}) =>
    runCli(args, { clock: createClock({ auto: true }), ...circumstances, env: { ...env, ...circumstances.env } })
}
