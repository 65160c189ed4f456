import { isGood } from '../report/report.ts'
import { renderReport } from '../report/terminal.ts'
import { writeReport } from '../report/write.ts'
import { UsageError } from '../usage-error.ts'
import { verify } from '../verify/verify.ts'
import type { Command } from './command.ts'
import { parseVerifyArguments, verifyHelp } from './verify-arguments.ts'
import { isAboutHar, runVerifyHar } from './verify-har-command.ts'

/** `verify`: compares a provider with the contract. */
export const verifyCommand: Command = {
  summary: 'compare a provider, over HTTP, or a recording with the contract',
  run: async (args, context) => {
    if (isAboutHar(args)) return runVerifyHar(args, context)
    const { print, env } = context
    const options = parseVerifyArguments(args, env)
    if (options === undefined) {
      print(verifyHelp)
      return 0
    }
    const report = await verify(options)
    print(renderReport(report))
    for (const { form, file } of options.reports) {
      try {
        writeReport(report, form, file)
      } catch (error) {
        throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    return isGood(report) ? 0 : 1
  },
}
