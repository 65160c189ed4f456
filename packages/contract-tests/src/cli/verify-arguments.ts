import { parseArgs } from 'node:util'
import { isGuid } from '@partner-upgrades/spec'
import { parseReport, type ReportFile } from '../report/write.ts'
import { UsageError } from '../usage-error.ts'
import type { VerifyOptions } from '../verify/verify.ts'
import { readBaseUrl } from './base-url.ts'

/** The parsed arguments of `verify`. */
export interface VerifyArguments extends VerifyOptions {
  /** The reports to write. */
  readonly reports: readonly ReportFile[]
}

/** The help text of `verify`. */
export const verifyHelp = `Compare a provider of product upgrades with the contract, over HTTP.

  verify --base-url <url> [options]
  verify --har <file>, for a recording: see verify --har --help

  --base-url <url>       the provider, without /v1
  --safe                 send only valid requests that change nothing
  --allow-writes         also send requests that may create an upgrade
  --max-rps <number>     send at most this many requests per second              (default 5)
  --timeout <seconds>    wait this long for each response                        (default 30)
  --report <form>=<file> write a report as json, junit or html; may be repeated
  --help                 show this help

From the environment: PARTNER_CENTER_TOKEN, an App+User token; PARTNER_CENTER_CUSTOMER_ID, a customer of its partner;
PARTNER_CENTER_UPGRADE_ID, an upgrade of that customer, if there is one.

Exit codes: 0 the provider keeps the contract, 1 it does not, 2 it could not be checked.`

/**
 * Parses the arguments of `verify`; undefined if help is requested.
 *
 * @throws UsageError in one line.
 */
export function parseVerifyArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): VerifyArguments | undefined {
  const values = parse(args)
  if (values.help) return undefined
  const {
    PARTNER_CENTER_TOKEN: token,
    PARTNER_CENTER_CUSTOMER_ID: customerId,
    PARTNER_CENTER_UPGRADE_ID: upgradeId,
  } = env
  if (!token)
    throw new UsageError('PARTNER_CENTER_TOKEN is not set: set it to an App+User token that the provider accepts.')
  if (!isGuid(customerId)) {
    throw new UsageError('PARTNER_CENTER_CUSTOMER_ID must be the GUID of a customer.')
  }
  if (upgradeId && !isGuid(upgradeId)) throw new UsageError('PARTNER_CENTER_UPGRADE_ID must be the GUID of an upgrade.')
  if (values.safe && values['allow-writes']) throw new UsageError('--safe and --allow-writes cannot be used together.')
  return {
    baseUrl: baseUrlOf(values['base-url']),
    token,
    customerId,
    ...(upgradeId && { upgradeId }),
    safe: values.safe,
    allowWrites: values['allow-writes'],
    maxRps: positive('--max-rps', values['max-rps']),
    timeout: positive('--timeout', values.timeout) * 1_000,
    reports: values.report.map(parseReport),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'base-url': { type: 'string' },
        safe: { type: 'boolean', default: false },
        'allow-writes': { type: 'boolean', default: false },
        'max-rps': { type: 'string', default: '5' },
        timeout: { type: 'string', default: '30' },
        report: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${message.split('. ')[0]}. See --help.`)
  }
}

/** Refuses plain HTTP except to this machine, because anyone could read the token. */
function baseUrlOf(text: string | undefined): string {
  if (text === undefined) throw new UsageError('--base-url is missing. See --help.')
  const url = readBaseUrl(text)
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'http:' && !loopback)
    throw new UsageError('--base-url must be https: the token would be sent in plain text.')
  return text
}

function positive(name: string, text: string): number {
  const value = Number(text)
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new UsageError(`${name} must be a number above 0, not ${text}.`)
  return value
}
