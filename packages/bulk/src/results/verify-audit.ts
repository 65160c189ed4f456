import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { BulkError, reasonOf } from '../errors.ts'
import { isUnchanged } from './audit.ts'
import { readLines } from './read-lines.ts'

/** A problem with an audit file. */
export interface AuditProblem {
  /** The line of the file, counted from 1; absent if the problem concerns the file as a whole. */
  readonly line?: number
  /** The problem; if `line` is given, a clause after it, such as "was changed". */
  readonly text: string
}

/** A file that an audit file names. */
export interface AuditedFile {
  /** The name of the file, as the audit file states it. */
  readonly name: string
  /** Whether the file next to the audit file is still the one that was written with it. */
  readonly state: 'unchanged' | 'changed' | 'missing'
}

/** The result of verifying an audit file. */
export interface AuditVerification {
  /** Whether the audit file is exactly as it was written. */
  readonly sealed: boolean
  /** The first 100 problems, in the order of the lines. */
  readonly problems: readonly AuditProblem[]
  /** The files that the audit file names. */
  readonly files: readonly AuditedFile[]
  /** The number of customers in the audit file. */
  readonly customers: number
  /** File name of the list of customers. */
  readonly list?: string
  /** When the audit file was written, as an ISO 8601 date-time in UTC. */
  readonly writtenAt?: string
  /** The SHA-256 in the last line, in hex; keep it elsewhere to prove later that nobody has resealed the file. */
  readonly seal?: string
}

const mostProblems = 100
const otherLineEnd = 'has another line end: an editor, Git or a mail program has changed it'

/**
 * Verifies an audit file: the hash of each line, the order of the lines, the seal, and the named files next to it.
 *
 * @throws BulkError if it cannot be read or is not an audit file.
 */
export async function verifyAudit(path: string): Promise<AuditVerification> {
  const hash = createHash('sha256')
  const problems: AuditProblem[] = []
  const named: { readonly name: string; readonly sha256: string }[] = []
  let customers = 0
  let count = 0
  let last = 0
  let run: Readonly<Record<string, unknown>> = {}
  let seal: string | undefined
  const complain = (text: string, line?: number): void => {
    if (problems.length < mostProblems) problems.push({ text, ...(line !== undefined && { line }) })
  }

  function check(line: string): void {
    count++
    if (count === 1 && !/"record":"(?:run|customer|file|end)"/.test(line.slice(0, 200))) throw new NoAuditError()
    if (seal !== undefined) {
      complain('was added after the seal', count)
      return
    }
    const record = parseRecord(line)
    if (count === 1 && record) run = record
    const hasHashes = run.version !== 1
    if (!record || (hasHashes && !isUnchanged(line))) {
      last++
      complain(line.endsWith('\r') ? otherLineEnd : 'was changed', count)
      return
    }
    if (hasHashes) checkPlace(Number(record.number))
    if (record.record === 'customer') customers++
    if (record.record === 'file') named.push({ name: String(record.name), sha256: String(record.sha256) })
    if (record.record === 'end') checkSeal(String(record.sha256))
  }

  function checkPlace(number: number): void {
    if (number === last + 2) complain(`is preceded by a gap: the original line ${last + 1} is missing`, count)
    else if (number > last + 1)
      complain(`is preceded by a gap: the original lines ${last + 1} to ${number - 1} are missing`, count)
    else if (number <= last) complain(`is out of place: it is the original line ${number}`, count)
    last = Math.max(last, number)
  }

  function checkSeal(expected: string): void {
    seal = expected
    if (hash.copy().digest('hex') === expected || problems.length > 0) return
    complain(
      run.version === 1
        ? 'The seal does not match: a line was changed, added or removed. Files of this version do not tell which.'
        : 'The seal does not match, although each line matches its own hash: lines were replaced by others.',
    )
  }

  try {
    for await (const line of readLines(path)) {
      check(line)
      hash.update(`${line}\n`)
    }
  } catch (cause) {
    throw new BulkError(
      cause instanceof NoAuditError ? `${path} is not an audit file.` : `${path} cannot be read (${reasonOf(cause)}).`,
      { cause },
    )
  }
  if (count === 0) throw new BulkError(`${path} is not an audit file: it is empty.`)
  if (seal === undefined) complain('The seal, the last line, is missing: the file was cut.')
  const files: AuditedFile[] = []
  for (const file of named) files.push(await verifyFile(dirname(path), file))
  const { list, writtenAt } = run
  return {
    sealed: problems.length === 0,
    problems,
    files,
    customers,
    ...(typeof list === 'string' && { list }),
    ...(typeof writtenAt === 'string' && { writtenAt }),
    ...(seal !== undefined && { seal }),
  }
}

/** Thrown if the first line is not that of an audit file. */
class NoAuditError extends Error {}

function parseRecord(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

async function verifyFile(folder: string, { name, sha256 }: { name: string; sha256: string }): Promise<AuditedFile> {
  // Only next to the audit file: a path in it may have been tampered with.
  if (basename(name) !== name) return { name, state: 'missing' }
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk)
  } catch {
    return { name, state: 'missing' }
  }
  return { name, state: hash.digest('hex') === sha256 ? 'unchanged' : 'changed' }
}
