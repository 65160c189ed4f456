import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Bundle, bundle } from './bundle.ts'
import { checkDirections } from './check-directions.ts'
import { checkFiles } from './check-files.ts'
import { checkPaths } from './check-paths.ts'
import { checkSchemaExamples, checkSchemas } from './check-schemas.ts'
import {
  banner,
  codesOf,
  emitContract,
  emitExchanges,
  emitFaultCodes,
  emitFaults,
  emitHash,
  emitSchemas,
  emitYaml,
} from './emit.ts'
import { emitValidators } from './emit-validators.ts'
import { CompileError } from './errors.ts'
import { checkEvidence } from './evidence.ts'
import { exchangeKind } from './extension-kinds.ts'
import { canonical, isObject, type JsonObject, objectAt, textAt } from './json.ts'
import { toJsonSchemas } from './json-schemas.ts'
import type { Contract } from './model.ts'
import type { Printable } from './print.ts'
import { type ExchangeFile, readExchanges } from './read-exchanges.ts'
import { readFaults } from './read-faults.ts'
import { readOperations } from './read-operations.ts'
import { readServers } from './read-servers.ts'
import { createReader } from './reader.ts'
import { createRepairs, type Repair } from './repairs.ts'
import { createReport, createSources, displayPath, type Sources } from './source.ts'
import { toTypes } from './types.ts'
import { createValidators } from './validators.ts'

/** How to compile. */
export interface CompileOptions {
  /**
   * Whether to repair what is wrong in a description but leaves no doubt, as in one that is somebody else's: examples
   * and defaults that contradict their schemas or hold a `$ref` are left out of the contract; an answer without an
   * example gets one that is made of its schema; paths that differ only in the names of their parameters are told apart
   * by their methods.
   * @default false: each of these but a missing example is an error
   */
  readonly repair?: boolean
}

/** A compiled specification: what to write where, and the document it was made from. */
export interface Compiled {
  /** Content by path, relative to the folder of generated files. */
  readonly files: ReadonlyMap<string, string>
  /** The bundled document, nothing repaired. */
  readonly document: JsonObject
  /** What was repaired, in no order. */
  readonly repairs: readonly Repair[]
}

/**
 * Compiles an OpenAPI description, with the `exchanges/` beside it. Reads files, writes none.
 *
 * @param file Path of the description, YAML or JSON.
 * @throws {CompileError} naming every problem found, each with its place and what to do.
 */
export async function compile(file: string, { repair = false }: CompileOptions = {}): Promise<Compiled> {
  const path = resolve(file)
  if (!existsSync(path)) {
    const message = 'does not exist; give the path of an OpenAPI description'
    throw new CompileError({ file: displayPath(path), line: 1, column: 1, pointer: '', message })
  }
  const report = createReport()
  const sources = createSources(report)
  const repairs = createRepairs(repair, report)
  const whole = bundle(path, sources, report, repairs)
  const exchangeFiles = whole ? readExchangeFiles(path, whole, sources) : []
  if (whole && !repair) checkFiles(path, sources, report)
  report.throwIfAny()
  if (!whole) throw new TypeError('a document that cannot be bundled has a problem')

  const { document } = whole
  const validators = createValidators(whole)
  const reader = createReader(whole, validators, report, repairs)
  checkSchemas(reader)
  report.throwIfAny()
  checkEvidence(document, reader)
  const operations = readOperations(reader)
  checkPaths(operations, reader)
  checkDirections(operations, reader)
  checkSchemaExamples(reader)
  const faults = readFaults(operations, reader)
  const exchanges = readExchanges(exchangeFiles, operations, reader)
  const servers = readServers(document, reader)
  report.throwIfAny()

  const info = objectAt(document, 'info')
  const contract: Printable<Omit<Contract, 'hash' | 'faults'>> = {
    title: textAt(info, 'title') ?? '',
    version: textAt(info, 'version') ?? '',
    servers: servers.length > 0 ? servers : ['/'],
    operations: Object.fromEntries(
      [...operations].map(([id, { plan }]) => [id, { ...plan, faults: codesOf(faults, id) }]),
    ),
  }
  const hash = createHash('sha256').update(canonical(document)).digest('hex')
  const files = new Map([
    ['openapi.json', toJsonText(document)],
    ['openapi.yaml', emitYaml(document)],
    ['model.ts', emitModel()],
    ['hash.ts', emitHash(hash)],
    ['types.ts', `// ${banner}\n\n${await typesOf(path, whole)}`],
    ['schemas.ts', emitSchemas(document)],
    ['validators.ts', await emitValidators(validators)],
    ['fault-codes.ts', emitFaultCodes(faults, [...operations.keys()])],
    ['faults.ts', emitFaults(faults)],
    ['contract.ts', emitContract(contract, reader.shelves)],
    ['exchanges.ts', emitExchanges(exchanges)],
    ...[...toJsonSchemas(whole)].map(([name, schema]) => [`schemas/${name}.json`, toJsonText(schema)] as const),
  ])
  return { files, document, repairs: repairs.list() }
}

function readExchangeFiles(path: string, whole: Bundle, sources: Sources): readonly ExchangeFile[] {
  const folder = join(dirname(path), 'exchanges')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return names.sort().flatMap((name) => {
    const file = sources.load(join(folder, name))
    const content = file ? whole.read(file, exchangeKind) : undefined
    return file && isObject(content) ? [{ path: file.path, content }] : []
  })
}

/** Whatever else openapi-typescript objects to is a problem of the document, too. */
async function typesOf(path: string, { document, schemas }: Bundle): Promise<string> {
  try {
    return await toTypes(document, schemas)
  } catch (error) {
    const message = `cannot be turned into types: ${error instanceof Error ? error.message : error}; correct the document`
    throw new CompileError({ file: displayPath(path), line: 1, column: 1, pointer: '', message })
  }
}

function emitModel(): string {
  return `// ${banner}\n\n${readFileSync(new URL('./model.ts', import.meta.url), 'utf8')}`
}

function toJsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
