import { createHash } from 'node:crypto'
import { contractHash } from '@partner-upgrades/client'
import type { Result } from './result.ts'

/** What a run was. */
export interface RunFacts {
  /** The list's file, without its folder. */
  readonly list: string
  /** SHA-256 of the list. */
  readonly sha256: string
  readonly customers: number
  /** The service's base URL. */
  readonly service: string
  readonly dryRun: boolean
  /** When the files were written, as an ISO 8601 date-time in UTC. */
  readonly writtenAt: string
}

/** An audit file that is being written: what the run was, then each customer with every request, then a seal. */
export interface Audit {
  readonly header: string
  line(result: Result): string
  /** The last line: how many customers there are, and SHA-256 of all that is above, so that a change or a loss shows. */
  seal(): string
}

/** Begins an audit file. It stands alone: nothing in it has to be looked up elsewhere. */
export function createAudit(facts: RunFacts): Audit {
  const hash = createHash('sha256')
  let customers = 0
  const add = (record: object): string => {
    const line = `${JSON.stringify(record)}\n`
    hash.update(line)
    return line
  }
  return {
    header: add({ record: 'run', version: 1, ...facts, contract: contractHash }),
    line(result) {
      customers++
      // A call holds its attempts; what no call tells of stands beside them.
      const { attempts, calls, ...rest } = result
      const lost = attempts.filter((attempt) => attempt.lost)
      return add({ record: 'customer', ...rest, calls, ...(lost.length > 0 && { lost }) })
    },
    seal: () => `${JSON.stringify({ record: 'end', customers, sha256: hash.digest('hex') })}\n`,
  }
}
