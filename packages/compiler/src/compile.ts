import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { checkPaths } from './check/paths-object.ts'
import { checkReadWriteOnly } from './check/read-write-only.ts'
import { checkSchemaExamples, checkSchemas } from './check/schema-object.ts'
import { checkUnusedFiles } from './check/unused-files.ts'
import { toDescribedDocument } from './emit/described-document.ts'
import { toJsonSchemas } from './emit/json-schemas.ts'
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
} from './emit/modules.ts'
import { printUnion } from './emit/print-typescript.ts'
import { toTypes } from './emit/types-module.ts'
import { emitValidators } from './emit/validators-module.ts'
import { exchangeObject } from './grammar/extensions.ts'
import { canonical, isObject, type JsonObject, objectAt, textOrEmptyAt } from './grammar/json.ts'
import { type Bundle, bundle } from './load/bundle.ts'
import { CompileError, type CompileProblem } from './load/compile-error.ts'
import { reachOfOperations, usersOf } from './load/operation-users.ts'
import { displayPath } from './load/regular-file.ts'
import { createRepairs, type Repair } from './load/repairs.ts'
import { createReport, createSourceLoader, type SourceLoader } from './load/source-file.ts'
import { toOpenApi30 } from './openapi-30/to-openapi-30.ts'
import { checkEvidence } from './read/evidence.ts'
import { type ExchangeFile, readExchanges } from './read/exchanges.ts'
import { readFaults } from './read/faults.ts'
import { readOperations } from './read/operation-object.ts'
import type { Printable } from './read/printable.ts'
import { createReader } from './read/reader.ts'
import { readServers } from './read/server-object.ts'
import type { Contract } from './runtime/model.ts'
import { createValidators } from './schema/validators.ts'

/** Options of `compile`. */
export interface CompileOptions {
  /**
   * Whether to repair mistakes whose meaning is clear, as in a description by a third party: examples and defaults
   * that contradict their schemas or contain a `$ref` are left out of the contract; a response without an example gets
   * one generated from its schema; paths that differ only in parameter names are distinguished by their methods; an
   * operation without an operationId is named by its method and path; a `$ref` instead of an operation is followed;
   * `nullable` is ignored in 3.1; an invalid component is left out if nothing uses it.
   * @default false: each of these but a missing example is an error
   */
  readonly repair?: boolean
  /**
   * The values that `actor` may have in `x-faults`: who must act before a call can succeed.
   * @default any text
   */
  readonly actors?: readonly string[]
  /**
   * Operations to leave out, such as those of a third party's description that use unsupported features: the
   * operationId of each, or `METHOD /path` if it has none. Components that only they use are left out, too.
   * @default []
   */
  readonly without?: readonly string[]
  /**
   * Whether to write `openapi-3.0.json`, too: the document in OpenAPI 3.0, for tools that support nothing newer. What
   * 3.0 cannot express is an error.
   * @default false
   */
  readonly openApi30?: boolean
  /**
   * Whether to add known values, evidence, and the headers and fault codes of operations to the descriptions of `openapi.json`,
   * `openapi.yaml` and `openapi-3.0.json`: viewers neither show nor search them otherwise.
   * @default false
   */
  readonly describe?: boolean
}

/** A compiled specification: the files to write, and the document they were generated from. */
export interface Compiled {
  /** Content by path, relative to the folder of generated files. */
  readonly files: ReadonlyMap<string, string>
  /** The bundled document, without repairs. */
  readonly document: JsonObject
  /** The repairs that were made, in no particular order. */
  readonly repairs: readonly Repair[]
}

/**
 * Compiles an OpenAPI description, with the `exchanges/` beside it. Only reads files.
 *
 * @param file Path of the description, YAML or JSON.
 * @throws {CompileError} with every problem found, each with its location and what to do.
 */
export async function compile(file: string, options: CompileOptions = {}): Promise<Compiled> {
  try {
    return await compileParts(file, options, false)
  } catch (error) {
    if (options.repair !== true || !(error instanceof CompileError) || !error.problems.some(isOfUnused)) throw error
    return compileParts(file, options, true)
  }
}

/** Whether a problem is about a component that nothing uses, so that the component can be left out. */
function isOfUnused({ operations, pointer }: CompileProblem): boolean {
  return operations === undefined && pointer.startsWith('/components/')
}

async function compileParts(
  file: string,
  { repair = false, actors, without = [], openApi30 = false, describe = false }: CompileOptions,
  usedOnly: boolean,
): Promise<Compiled> {
  const path = resolve(file)
  if (!existsSync(path)) {
    const message = 'does not exist; give the path of an OpenAPI description'
    throw new CompileError({ file: displayPath(path), line: 1, column: 1, pointer: '', message })
  }
  const report = createReport((location) => usersOf(location, operationsOf()), repair)
  const sources = createSourceLoader(report)
  const operationsOf = once(() => {
    const root = sources.known(path)
    const all = root ? reachOfOperations(root, sources.known) : []
    return all.filter(({ operation }) => !without.includes(operation))
  })
  const repairs = createRepairs(repair, report)
  const whole = bundle(path, sources, report, repairs, { without, usedOnly })
  const exchangeFiles = whole ? readExchangeFiles(path, whole, sources) : []
  if (whole && !repair && without.length === 0) checkUnusedFiles(path, sources, report)
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
  checkReadWriteOnly(operations, reader)
  checkSchemaExamples(reader)
  const faults = readFaults(operations, actors, reader)
  const exchanges = readExchanges(exchangeFiles, operations, reader)
  const servers = readServers(document, reader)
  const edition = openApi30 ? toOpenApi30(document, reader.complain) : undefined
  report.throwIfAny()

  const info = objectAt(document, 'info')
  const contract: Printable<Omit<Contract, 'hash' | 'faults'>> = {
    title: textOrEmptyAt(info, 'title'),
    version: textOrEmptyAt(info, 'version'),
    servers: servers.length > 0 ? servers : ['/'],
    operations: Object.fromEntries(
      [...operations].map(([id, { plan }]) => [id, { ...plan, faults: codesOf(faults, id) }]),
    ),
  }
  const described = (one: JsonObject): JsonObject => (describe ? toDescribedDocument(one, faults) : one)
  const published = described(document)
  const hash = createHash('sha256').update(canonical(published)).digest('hex')
  const files = new Map([
    ['openapi.json', toJsonText(published)],
    ['openapi.yaml', emitYaml(published)],
    ...(edition ? [['openapi-3.0.json', toJsonText(described(edition))] as const] : []),
    ['model.ts', emitModel(actors)],
    ...runtimeFiles.map((name) => [name, `// ${banner}\n\n${readRuntime(name)}`] as const),
    ['hash.ts', emitHash(hash)],
    [
      'types.ts',
      `// ${banner}\n\n${await typesOf(path, whole, (schema) => validators.check(schema, null).length === 0)}`,
    ],
    ['schemas.ts', emitSchemas(document)],
    ['validators.ts', await emitValidators(validators)],
    ['fault-codes.ts', emitFaultCodes(faults, [...operations.keys()])],
    ['faults.ts', emitFaults(faults)],
    ['contract.ts', emitContract(contract, reader.components)],
    ['exchanges.ts', emitExchanges(exchanges)],
    ...[...toJsonSchemas(whole)].map(([name, schema]) => [`schemas/${name}.json`, toJsonText(schema)] as const),
  ])
  return { files, document, repairs: repairs.list() }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function readExchangeFiles(path: string, whole: Bundle, sources: SourceLoader): readonly ExchangeFile[] {
  const folder = join(dirname(path), 'exchanges')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return names.sort().flatMap((name) => {
    const file = sources.load(join(folder, name))
    const content = file ? whole.read(file, exchangeObject) : undefined
    return file && isObject(content) ? [{ path: file.path, content }] : []
  })
}

/** Generates the types; anything that openapi-typescript rejects is reported as a problem of the document. */
async function typesOf(path: string, bundle: Bundle, takesNull: (schema: JsonObject) => boolean): Promise<string> {
  try {
    return await toTypes(bundle, takesNull)
  } catch (error) {
    const message = `cannot be turned into types: ${error instanceof Error ? error.message : error}; correct the document`
    throw new CompileError({ file: displayPath(path), line: 1, column: 1, pointer: '', message })
  }
}

/** The modules that readers of a contract need at run time, so that all parse texts and media types alike. */
const runtimeFiles: readonly string[] = ['json-numbers.ts', 'media-types.ts', 'parameter-text.ts']

function readRuntime(name: string): string {
  return readFileSync(new URL(`./runtime/${name}`, import.meta.url), 'utf8')
}

function emitModel(actors: readonly string[] | undefined): string {
  const model = readRuntime('model.ts')
  const typed = actors ? model.replace('type Actor = string', `type Actor = ${printUnion(actors)}`) : model
  return `// ${banner}\n\n${typed}`
}

function toJsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`
}
