import { faults } from '@partner-upgrades/spec/faults'
import { CliError } from '../cli-error.ts'
import type { Action } from '../commands/command.ts'
import { exitCodes } from '../exit-codes.ts'
import { faultListReports, faultReport } from '../views/fault.ts'

/** Tells what a fault means, or which there are. */
export const explain: Action<[code: string | undefined]> = async ({ reporter }, code) => {
  const all = Object.values(faults)
  if (code === undefined) {
    for (const report of faultListReports(all)) reporter.tell(report)
    return exitCodes.done
  }
  const fault = all.find((each) => each.code === code || each.name.toLowerCase() === code.toLowerCase())
  if (!fault) {
    throw new CliError(exitCodes.usage, `The catalogue has no fault "${code}".`, [
      'Partner Center knows hundreds of codes; the catalogue has those that belong to upgrades.',
      'List them: partner-upgrades explain',
    ])
  }
  reporter.tell(faultReport(fault))
  return exitCodes.done
}
