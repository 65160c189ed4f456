import { basename } from 'node:path'
import { writeAtomically } from '../files/write-atomically.ts'
import { isGood } from '../report/report.ts'
import { parseReport, reportForms } from '../report/write.ts'
import { type Api, productUpgrades } from '../traffic/api.ts'
import { HarError } from '../traffic/read-har.ts'
import { renderTrafficReport } from '../traffic/render-traffic-report.ts'
import { toReport } from '../traffic/to-report.ts'
import { type TrafficReport, verifyHar } from '../traffic/verify-har.ts'
import { readBaseUrl } from './base-url.ts'
import type { CommandContext } from './command.ts'
import { demand, parseOptions } from './command-options.ts'
import { withHar } from './with-har.ts'

/** The help text of `verify --har`. */
export const verifyHarHelp = `Compare a recording with the contract, to see whether the service has changed.

  verify --har <file> [options]

  --har <file>           the recording: a HAR 1.2 file of record, of a browser, or of another tool
  --base-url <url>       the base URL it was recorded at, if not the service's own, without /v1; may be repeated
  --fail-on-additions    also fail on anything that the contract does not know
  --report <form>=<file> write a report as json, junit or html; may be repeated
  --help                 show this help

Exit codes: 0 the recording keeps the contract, 1 it does not, 2 it holds no traffic of this API.`

/** Whether `verify` was called with a recording. */
export function isAboutHar(args: readonly string[]): boolean {
  return args.some((each) => /^--har(=|$)/.test(each))
}

/**
 * Runs `verify --har`; returns 0 if the recording keeps the contract, otherwise 1.
 *
 * @throws {UsageError} if there is nothing to verify.
 */
export async function runVerifyHar(args: readonly string[], { print }: CommandContext): Promise<number> {
  const values = parseOptions(args, {
    har: { type: 'string' },
    'base-url': { type: 'string', multiple: true, default: [] },
    'fail-on-additions': { type: 'boolean', default: false },
    report: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  })
  if (values.help) {
    print(verifyHarHelp)
    return 0
  }
  const reports = values.report.map(parseReport)
  const file = demand('--har', values.har)
  const traffic = await verifyFile(file, productUpgrades, values['base-url'])
  if (traffic.unanswered === traffic.checked && traffic.violations.length === 0)
    throw new HarError(`${file} has no response of ${traffic.contract.title}: there is nothing to compare`)
  print(renderTrafficReport(traffic))
  const report = toReport(traffic, {
    recording: basename(file),
    at: new Date().toISOString(),
    failOnAdditions: values['fail-on-additions'],
  })
  for (const { form, file: target } of reports) {
    // JSON is for programs: it has the findings themselves, not their descriptions.
    const text = form === 'json' ? `${JSON.stringify(traffic, undefined, 2)}\n` : reportForms[form]?.(report)
    await writeAtomically(target, text ?? '')
  }
  return isGood(report) ? 0 : 1
}

function verifyFile(file: string, api: Api, baseUrls: readonly string[]): Promise<TrafficReport> {
  for (const url of baseUrls) readBaseUrl(url)
  return withHar(file, (har) => verifyHar(har, api, { baseUrls }))
}
