import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { UpgradeReference } from '@partner-upgrades/client'
import { readIfThere, replaceFile, stateDirectory } from '@partner-upgrades/client/node'
import { CliError } from '../errors/cli-error.ts'
import { type ExitCode, exitCodes } from '../process/exit-codes.ts'
import type { Host } from '../process/host.ts'
import { type CustomerState, parseCustomerState } from './customer-state.ts'

/** The customer, product family and service that a state file is about. */
export type Subject = Omit<UpgradeReference, 'upgradeId' | 'deadline'>

/** The file that holds the state of one customer. */
export interface StateFile {
  /**
   * Reads the state; an empty one if there is no file.
   *
   * @throws CliError if the file cannot be read.
   */
  read(): Promise<CustomerState>
  /**
   * Replaces the state atomically. An empty state removes the file.
   *
   * @throws CliError if it cannot be written.
   */
  write(state: CustomerState): Promise<void>
}

/** Opens the state file of a customer, a product family and a service. */
export function openStateFile({ customerId, productFamily, baseUrl }: Subject, { env }: Host): StateFile {
  const hash = createHash('sha256').update(`${baseUrl}\n${productFamily.toLowerCase()}`).digest('hex').slice(0, 12)
  const folder = stateDirectory(env, process.platform, homedir())
  const path = join(folder, `${customerId.toLowerCase()}.${hash}.json`)
  return {
    async read() {
      const text = await attempt(path, 'read', exitCodes.usage, () => readIfThere(path))
      if (text === undefined) return {}
      const state = parseCustomerState(text)
      if (state) return state
      throw new CliError(exitCodes.usage, `${path} is damaged.`, ['Remove it and rerun the command.'])
    },
    write: (state) =>
      attempt(path, 'write', exitCodes.failed, () =>
        Object.keys(state).length === 0
          ? rm(path, { force: true })
          : replaceFile(path, `${JSON.stringify(state, undefined, 2)}\n`, join(folder, 'drafts')),
      ),
  }
}

async function attempt<T>(path: string, verb: string, exitCode: ExitCode, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CliError(
      exitCode,
      `Cannot ${verb} ${path}: ${reason}`,
      ['Give this user access to it, or set XDG_STATE_HOME to a directory they own.'],
      cause,
    )
  }
}
