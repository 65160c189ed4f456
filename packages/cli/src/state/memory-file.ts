import { createHash, randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { UpgradeReference } from '@partner-upgrades/client'
import { CliError } from '../cli-error.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Host } from '../host.ts'
import { type Memory, parseMemory } from './memory.ts'
import { stateDirectory } from './state-directory.ts'

/** Whose memory it is. */
export type Subject = Omit<UpgradeReference, 'upgradeId' | 'deadline'>

/** What is remembered of one customer, in a file of its own. */
export interface MemoryFile {
  /** @throws CliError if there is a file and it cannot be read. */
  read(): Memory
  /**
   * Replaces what is remembered, at once or not at all; nothing to remember leaves no file.
   *
   * @throws CliError if it cannot be written.
   */
  write(memory: Memory): void
}

/** Opens the memory of a customer, a product family and a service. */
export function openMemory({ customerId, productFamily, baseUrl }: Subject, { env }: Host): MemoryFile {
  const hash = createHash('sha256').update(`${baseUrl}\n${productFamily.toLowerCase()}`).digest('hex').slice(0, 12)
  const path = join(stateDirectory(env, process.platform, homedir()), `${customerId.toLowerCase()}.${hash}.json`)
  return {
    read() {
      const text = attempt(path, 'read', exitCodes.usage, () => readIfThere(path))
      if (text === undefined) return {}
      const memory = parseMemory(text)
      if (memory) return memory
      throw new CliError(exitCodes.usage, `${path} does not hold what this program wrote there.`, [
        'It may hold the ID of a create whose end is not known. Look at the customer first:',
        `partner-upgrades eligibility ${customerId}`,
        'Then remove the file, and type the command again.',
      ])
    },
    write(memory) {
      // A request ID is written before it is sent; everything else is, after something was.
      attempt(path, 'write', memory.requestId ? exitCodes.usage : exitCodes.failed, () => {
        if (Object.keys(memory).length === 0) rmSync(path, { force: true })
        else replaceFile(path, `${JSON.stringify(memory, undefined, 2)}\n`)
      })
    },
  }
}

function attempt<T>(path: string, verb: string, exitCode: ExitCode, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CliError(
      exitCode,
      `Cannot ${verb} ${path}: ${reason}`,
      ['Give this user the right to, or set XDG_STATE_HOME to a directory that is theirs.'],
      cause,
    )
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** A file that is renamed is there as a whole or not at all; one that is synchronised survives a power cut as well. */
function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}.tmp`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
