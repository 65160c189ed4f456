import { faults } from '@partner-upgrades/spec/faults'
import type { Action } from '../../command/command.ts'
import { CliError } from '../../errors/cli-error.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import { entraReport, faultListReports, faultReport } from './view.ts'

/** Explains a fault of Partner Center or an error code of Entra, or lists the faults of upgrades. */
export const explain: Action<[code: string | undefined]> = async ({ reporter }, code) => {
  const all = Object.values(faults)
  if (code === undefined) {
    for (const report of faultListReports(all)) reporter.report(report)
    return exitCodes.done
  }
  const fault = all.find((each) => each.code === code || each.name.toLowerCase() === code.toLowerCase())
  if (fault) {
    reporter.report(faultReport(fault))
    return exitCodes.done
  }
  const { findEntraError } = await import('@partner-upgrades/credentials/entra-errors')
  const error = findEntraError(code)
  if (!error) {
    throw new CliError(exitCodes.usage, `Unknown fault "${code}".`, [
      'Partner Center and Entra have hundreds of codes; only those that upgrades and sign-ins run into are explained here.',
      'List those of upgrades: partner-upgrades explain',
      ...(/^AADSTS\d+$/i.test(code)
        ? [`Microsoft explains it: https://login.microsoftonline.com/error?code=${code.slice('AADSTS'.length)}`]
        : []),
    ])
  }
  reporter.report(entraReport(error))
  return exitCodes.done
}
