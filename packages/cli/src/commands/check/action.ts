import { type CredentialCheck, checkCredential } from '@partner-upgrades/credentials'
import type { Action } from '../../command/command.ts'
import { type ExitCode, exitCodes } from '../../process/exit-codes.ts'
import { readCredential } from '../../session/credential.ts'
import { openNetwork } from '../../session/network.ts'
import { readService } from '../../session/service.ts'
import { checkReport } from './view.ts'

/** Checks that the credentials work for product upgrades. */
export const check: Action<[]> = async ({ host, reporter }) => {
  const { env, signal } = host
  await openNetwork(host)
  const service = readService(env)
  const credential = await readCredential(env)
  reporter.progress('Checking with Partner Center')
  const found = await checkCredential(credential, { ...service, signal })
  reporter.report(checkReport(found))
  return exitCodeOf(found)
}

function exitCodeOf({ ok, isPartnerCenter, reachesPartnerCenter, status }: CredentialCheck): ExitCode {
  if (ok) return exitCodes.done
  if (status === 429) return exitCodes.throttled
  if (!isPartnerCenter) return exitCodes.connection
  return reachesPartnerCenter || status === 401 || status === 403 ? exitCodes.credentials : exitCodes.connection
}
