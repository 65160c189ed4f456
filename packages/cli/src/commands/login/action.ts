import { importRefreshToken, type Login, startBrowserLogin, startDeviceLogin } from '@partner-upgrades/credentials'
import type { Action } from '../../command/command.ts'
import { signingIn } from '../../errors/credential-failure.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import { openNetwork } from '../../session/network.ts'
import { type Partner, readPartner } from '../../session/partner.ts'
import type { Session } from '../../session/session.ts'
import { checkBrowser, openBrowser } from './browser.ts'
import type { LoginOptions } from './options.ts'
import { readRefreshToken } from './refresh-token.ts'
import { browserReport, deviceReport, signedInReport } from './view.ts'

/** Signs a user of the partner in, and stores the refresh token. */
export const login: Action<[options: LoginOptions]> = async (session, options) => {
  const partner = readPartner(session.host.env)
  await openNetwork(session.host)
  const { username } = await signingIn(() => signIn(session, partner, options))
  session.reporter.report(signedInReport(username, partner.tenantId, partner.storePath))
  return exitCodes.done
}

async function signIn(
  { host, reporter }: Session,
  partner: Partner,
  { deviceCode, refreshTokenStdin, port, wait }: LoginOptions,
): Promise<Login> {
  const { signal } = host
  const waiting = (): void => reporter.progress('Waiting for the sign-in')
  if (refreshTokenStdin) {
    const token = await readRefreshToken(host)
    reporter.progress('Redeeming the refresh token')
    return importRefreshToken(partner, token)
  }
  if (deviceCode) {
    return startDeviceLogin({
      ...partner,
      signal,
      onCode(code) {
        reporter.report(deviceReport(code))
        waiting()
      },
    })
  }
  checkBrowser(host)
  return startBrowserLogin({
    ...partner,
    signal,
    ...(port !== undefined && { port }),
    ...(wait !== undefined && { wait }),
    openBrowser(url) {
      reporter.report(browserReport(url))
      waiting()
      return openBrowser(url, host)
    },
  })
}
