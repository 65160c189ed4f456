import { createHash } from 'node:crypto'
import { contractHash } from '@partner-upgrades/client'
import type { Result } from './result.ts'
import { jsonLine } from './to-json.ts'

/** Facts about a run. */
export interface RunFacts {
  /** File name of the list. */
  readonly list: string
  /** SHA-256 of the list, in hex. */
  readonly sha256: string
  /** How many customers the list has. */
  readonly customers: number
  /** What was ignored, merged or corrected in the list; absent if nothing was. */
  readonly notes?: readonly string[]
  /** The service's base URL. */
  readonly service: string
  /** Whether only eligibility was checked. */
  readonly dryRun: boolean
  /** When the files were written, as an ISO 8601 date-time in UTC. */
  readonly writtenAt: string
}

/** Formats an audit file: the facts of the run, each customer with every request, the other files, and a seal. */
export interface Audit {
  /** The first line: the facts of the run. */
  readonly header: string
  /** Returns the line of one customer. */
  line(result: Result): string
  /** Returns the line of another result file, with its SHA-256: it shows which files belong together and whether they were changed. */
  file(name: string, sha256: string): string
  /** Returns the last line: the number of customers, and the SHA-256 of all lines above, which reveals changes and losses. */
  seal(): string
}

/** Begins an audit file. The file is self-contained: nothing in it must be looked up elsewhere. */
export function createAudit(facts: RunFacts): Audit {
  const hash = createHash('sha256')
  let customers = 0
  let number = 0
  const add = (kind: string, members: object): string => {
    const line = withHash(jsonLine({ record: kind, number: ++number, ...members }).trimEnd())
    hash.update(line)
    return line
  }
  return {
    header: add('run', { version: 2, ...facts, contract: contractHash }),
    line(result) {
      customers++
      // Calls hold their attempts; lost attempts, which no call contains, are listed separately.
      const { attempts, calls, ...rest } = result
      const lost = attempts.filter((attempt) => attempt.lost)
      return add('customer', { ...rest, calls, ...(lost.length > 0 && { lost }) })
    },
    file: (name, sha256) => add('file', { name, sha256 }),
    seal: () => add('end', { customers, sha256: hash.copy().digest('hex') }),
  }
}

const hashMember = ',"lineSha256":"'
const hashLength = 64
const hashEnd = '"}'

/** Adds the SHA-256 of an object's JSON to it as the last member, so that a changed line can be identified. */
function withHash(json: string): string {
  return `${json.slice(0, -1)}${hashMember}${sha256Of(json)}${hashEnd}\n`
}

/** Whether a line contains its own hash, and matches it. */
export function isUnchanged(line: string): boolean {
  const start = line.length - hashEnd.length - hashLength - hashMember.length
  if (start < 0 || !line.endsWith(hashEnd) || !line.startsWith(hashMember, start)) return false
  return line.slice(start + hashMember.length, -hashEnd.length) === sha256Of(`${line.slice(0, start)}}`)
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
