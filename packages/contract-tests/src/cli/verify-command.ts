import { isAboutHar, runVerifyHar } from '../drift/verify-har-command.ts'
import { isGood } from '../report/report.ts'
import { renderReport } from '../report/terminal.ts'
import { writeReport } from '../report/write.ts'
import { UsageError } from '../verify/usage-error.ts'
import { verify } from '../verify/verify.ts'
import type { Command } from './command.ts'
import { parseVerifyArguments, verifyHelp } from './verify-arguments.ts'

/** `verify`: compares a provider with the contract. */
export const verifyCommand: Command = {
  summary: 'compare a provider, over HTTP, or a recording with the contract',
  run: async (args, surroundings) => {
    if (isAboutHar(args)) return runVerifyHar(args, surroundings)
    const { print, env } = surroundings
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
