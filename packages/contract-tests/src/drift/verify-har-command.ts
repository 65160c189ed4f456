import type { Surroundings } from '../cli/command.ts'
import { UsageError } from '../verify/usage-error.ts'
import { type Api, productUpgrades } from './api.ts'
import { demand, parseOptions } from './command-options.ts'
import { describeDrift } from './describe-drift.ts'
import { withHar, writeWhole } from './files.ts'
import { type DriftReport, verifyHar } from './verify-har.ts'

/** What `verify --har --help` prints. */
export const verifyHarHelp = `Compares a recording with the contract: has the service moved?

  verify --har <file> [options]

  --har <file>           the recording: ours, a browser's, or anyone's, in HAR 1.2
  --base-url <url>       where it was recorded, if not at the service itself; may be repeated
  --fail-on-news         take what is new, and not forbidden, for a failure, too
  --report json=<file>   write the findings as JSON
  --help                 this text

Exit code: 0 the recording keeps the contract, 1 it does not, 2 it is no recording of this API.`

/** Whether `verify` was asked about a recording. */
export function isAboutHar(args: readonly string[]): boolean {
  return args.some((each) => /^--har(=|$)/.test(each))
}

/**
 * `verify --har`: 0 where a recording keeps the contract, else 1.
 *
 * @throws {UsageError} if there is nothing to verify.
 */
export async function runVerifyHar(args: readonly string[], { print }: Surroundings): Promise<number> {
  const values = parseOptions(args, {
    har: { type: 'string' },
    'base-url': { type: 'string', multiple: true, default: [] },
    'fail-on-news': { type: 'boolean', default: false },
    report: { type: 'string' },
    help: { type: 'boolean', default: false },
  })
  if (values.help) {
    print(verifyHarHelp)
    return 0
  }
  const reportFile = values.report === undefined ? undefined : /^json=(.+)$/.exec(values.report)?.[1]
  if (values.report !== undefined && reportFile === undefined) {
    throw new UsageError('--report has to be json and a file, such as json=report.json.')
  }
  const report = await verifyFile(demand('--har', values.har), productUpgrades, values['base-url'])
  print(describeDrift(report))
  if (reportFile !== undefined) await writeWhole(reportFile, `${JSON.stringify(report, undefined, 2)}\n`)
  return report.violations.length > 0 || (values['fail-on-news'] && report.news.length > 0) ? 1 : 0
}

function verifyFile(file: string, api: Api, baseUrls: readonly string[]): Promise<DriftReport> {
  for (const url of baseUrls) {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw new UsageError(`--base-url is no URL: ${url}`)
  }
  return withHar(file, (har) => verifyHar(har, api, { baseUrls }))
}
