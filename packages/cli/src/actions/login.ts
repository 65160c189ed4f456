import { startDeviceLogin } from '@partner-upgrades/credentials'
import type { Action } from '../commands/command.ts'
import { readPartner } from '../credentials/partner.ts'
import { exitCodes } from '../exit-codes.ts'
import { signedInReport, signInReport } from '../views/login.ts'

/** Signs a user of the partner in, and keeps what that gives in the store. */
export const login: Action<[]> = async ({ host, reporter }) => {
  const { storePath, ...partner } = readPartner(host.env)
  const { username } = await startDeviceLogin({
    ...partner,
    signal: host.signal,
    onCode(code) {
      reporter.tell(signInReport(code))
      reporter.wait('Waiting for the sign-in')
    },
  })
  reporter.tell(signedInReport(username, partner.tenantId, storePath))
  return exitCodes.done
}
