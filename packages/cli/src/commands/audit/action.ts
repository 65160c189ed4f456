import { BulkError, verifyAudit } from '@partner-upgrades/bulk'
import type { Action } from '../../command/command.ts'
import { CliError } from '../../errors/cli-error.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import { auditReport, isUnchanged } from './view.ts'

/** Verifies the seal of an audit file, and the files that it names. */
export const audit: Action<[options: { readonly verify: string }]> = async ({ reporter }, { verify }) => {
  const found = await verifyAudit(verify).catch((error: unknown): never => {
    if (!(error instanceof BulkError)) throw error
    throw new CliError(exitCodes.usage, error.message, ['bulk writes it beside the list: customers.audit.jsonl'], error)
  })
  reporter.report(auditReport(verify, found))
  return isUnchanged(found) ? exitCodes.done : exitCodes.failed
}
