import type { Cloud, ProductUpgradesClientOptions } from '@partner-upgrades/client'
import { CliError } from '../errors/cli-error.ts'
import { exitCodes } from '../process/exit-codes.ts'
import type { Host } from '../process/host.ts'

/** Which Partner Center to call: the part of the settings that is not about credentials. */
export type Service = Pick<ProductUpgradesClientOptions, 'baseUrl' | 'cloud'>

const clouds: Readonly<Record<Cloud, true>> = { global: true, usGov: true, china21Vianet: true }

/**
 * Reads from the environment which Partner Center to call.
 *
 * @throws CliError that names the invalid variable.
 */
export function readService({ PARTNER_CENTER_BASE_URL: baseUrl, PARTNER_CENTER_CLOUD: cloud }: Host['env']): Service {
  const url = baseUrl ? { baseUrl } : {}
  if (!cloud) return url
  if (isCloud(cloud)) return { ...url, cloud }
  throw new CliError(exitCodes.usage, `PARTNER_CENTER_CLOUD: unknown cloud "${cloud}".`, [
    `Use ${Object.keys(clouds).join(' or ')}; the default is global.`,
  ])
}

function isCloud(text: string): text is Cloud {
  return Object.hasOwn(clouds, text)
}
