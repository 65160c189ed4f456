import { basename } from 'node:path'
import type { Surroundings } from '../cli/command.ts'
import { isGood } from '../report/report.ts'
import { parseReport, reportForms } from '../report/write.ts'
import { UsageError } from '../verify/usage-error.ts'
import { type Api, productUpgrades } from './api.ts'
import { demand, parseOptions } from './command-options.ts'
import { describeDrift } from './describe-drift.ts'
import { toReport } from './drift-report.ts'
import { withHar, writeWhole } from './files.ts'
import { HarError } from './read-har.ts'
import { type DriftReport, verifyHar } from './verify-har.ts'

/** What `verify --har --help` prints. */
export const verifyHarHelp = `Compares a recording with the contract: has the service moved?

  verify --har <file> [options]

  --har <file>           the recording: ours, a browser's, or anyone's, in HAR 1.2
  --base-url <url>       where it was recorded, if not at the service itself; may be repeated
  --fail-on-news         take what is new, and not forbidden, for a failure, too
  --report <form>=<file> write a report as json, junit or html; may be repeated
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
    report: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  })
  if (values.help) {
    print(verifyHarHelp)
    return 0
  }
  const reports = values.report.map(parseReport)
  const file = demand('--har', values.har)
  const drift = await verifyFile(file, productUpgrades, values['base-url'])
  if (drift.unanswered === drift.checked && drift.violations.length === 0)
    throw new HarError(`${file} has no answer of ${drift.contract.title}: there is nothing to compare`)
  print(describeDrift(drift))
  const report = toReport(drift, {
    recording: basename(file),
    at: new Date().toISOString(),
    failOnNews: values['fail-on-news'],
  })
  for (const { form, file: target } of reports) {
    // Programs read each finding as it is, not in words.
    const text = form === 'json' ? `${JSON.stringify(drift, undefined, 2)}\n` : reportForms[form]?.(report)
    await writeWhole(target, text ?? '')
  }
  return isGood(report) ? 0 : 1
}

function verifyFile(file: string, api: Api, baseUrls: readonly string[]): Promise<DriftReport> {
  for (const url of baseUrls) {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw new UsageError(`--base-url is no URL: ${url}`)
  }
  return withHar(file, (har) => verifyHar(har, api, { baseUrls }))
}
