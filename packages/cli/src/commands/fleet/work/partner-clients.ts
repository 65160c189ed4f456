import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import type { ProductUpgradesClientOptions } from '@partner-upgrades/client'
import type { Partner, RequestCounters } from '@partner-upgrades/fleet'
import { CliError } from '../../../errors/cli-error.ts'
import { exitCodes } from '../../../process/exit-codes.ts'
import type { Host } from '../../../process/host.ts'
import { type ClientSettings, readClientOptions } from '../../../session/client.ts'
import type { Session } from '../../../session/session.ts'

/** Creates the client's options for a partner. */
export type Clients = (partner: Partner) => Promise<ProductUpgradesClientOptions>

/**
 * Reads the credentials of each partner from its profile, a file of environment variables; without profiles, from the environment, which
 * can hold those of one partner only.
 *
 * @throws CliError if there are several partners, and it is unclear whose credentials the environment holds.
 */
export function createClients(
  session: Session,
  { profiles, ...settings }: ClientSettings & { readonly profiles?: string },
  names: readonly string[],
  counters: RequestCounters,
): Clients {
  const folder = profiles ?? session.host.env.PARTNER_CENTER_PROFILES
  const own = folder ? undefined : theOnly(names)
  return async (partner) => {
    if (!folder && own !== undefined && partner.name !== own) throw unclear([own, partner.name])
    const env = folder ? readProfile(session.host.env, folder, partner) : session.host.env
    const host: Host = Object.assign(Object.create(session.host), { env })
    const options = await readClientOptions({ ...session, host }, settings)
    // These hooks show the progress of a command for a single customer.
    const { onRequest, onRetry, onSettle, ...client } = options
    return { ...client, baseUrl: partner.service, ...counters.hooks(partner.name) }
  }
}

function theOnly(names: readonly string[]): string | undefined {
  if (names.length > 1) throw unclear(names)
  return names[0]
}

function unclear(names: readonly string[]): CliError {
  return new CliError(
    exitCodes.credentials,
    `The environment has the credentials of one partner, and there are ${names.join(' and ')}. Nothing was sent.`,
    [
      'Name one of them: --partner <name>',
      'or give each a file NAME.env with its settings in one folder: --profiles <folder>',
    ],
  )
}

/** The environment with the settings of one partner, and without those of any other. */
function readProfile(env: Host['env'], folder: string, { name, credential = name }: Partner): Host['env'] {
  const file = join(folder, `${credential}.env`)
  const others = Object.entries(env).filter(([variable]) => !variable.startsWith('PARTNER_CENTER_'))
  // A name with a slash could lead out of the folder.
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}._ -]*$/u.test(credential)) throw unusable(file, 'its name is not a valid file name')
  try {
    return { ...Object.fromEntries(others), ...parseEnv(readFileSync(file, 'utf8')) }
  } catch (cause) {
    throw unusable(file, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

function unusable(file: string, why: string, cause?: unknown): CliError {
  return new CliError(
    exitCodes.credentials,
    `The profile ${file} cannot be read (${why}). Nothing was sent.`,
    ['It has a line NAME=VALUE for each setting, such as PARTNER_CENTER_TENANT_ID.'],
    cause,
  )
}
