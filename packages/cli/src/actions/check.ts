import { type CredentialCheck, checkCredential } from '@partner-upgrades/credentials'
import type { Action } from '../commands/command.ts'
import { readCredential } from '../credentials/credential.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { readService } from '../settings.ts'
import { checkReport } from '../views/check.ts'

/** Tells what the credentials are good for. */
export const check: Action<[]> = async ({ host: { env, signal }, reporter }) => {
  const service = readService(env)
  const credential = await readCredential(env)
  reporter.wait('Asking Partner Center')
  const found = await checkCredential(credential, { ...service, signal })
  reporter.tell(checkReport(found))
  return exitCodeOf(found)
}

function exitCodeOf({ ok, reachesPartnerCenter, status }: CredentialCheck): ExitCode {
  if (ok) return exitCodes.done
  if (status === 429) return exitCodes.throttled
  return reachesPartnerCenter || [401, 403].includes(status) ? exitCodes.credentials : exitCodes.connection
}
