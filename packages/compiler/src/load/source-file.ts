import { statSync } from 'node:fs'
import { type Document, isAlias, isCollection, isMap, LineCounter, type Node, parseDocument, visit } from 'yaml'
import { type Json, type Path, toPointer } from '../grammar/json.ts'
import { parseJson, parseJsonNumber } from '../runtime/json-numbers.ts'
import { CompileError, type CompileProblem } from './compile-error.ts'
import { countColons, countMembers, jsonErrorOffset, placeAt, toJson } from './json-text.ts'
import { displayPath, readRegularFile } from './regular-file.ts'
import { isSameKey, type YamlFault, yamlFaults } from './yaml-faults.ts'

/** A location in a source file: a chain of keys, so that descending is cheap. */
export interface Location {
  readonly file: SourceFile
  readonly parent?: Location
  readonly key?: string | number
}

export interface SourceFile {
  /** The absolute path. */
  readonly path: string
  readonly text: string
  readonly value: Json
  /** Returns the YAML node at a path, or the closest one above it. */
  readonly nodeAt: (path: Path) => Node | null
  readonly positionOf: (offset: number) => { line: number; column: number }
  /** Returns the file as a YAML document. */
  readonly document: () => Document
}

export function below(parent: Location, key: string | number): Location {
  return { file: parent.file, parent, key }
}

export function locate(file: SourceFile, path: Path): Location {
  return path.reduce<Location>(below, { file })
}

export function pathOf(location: Location): Path {
  const path: (string | number)[] = []
  for (let at: Location | undefined = location; at?.key !== undefined; at = at.parent) path.unshift(at.key)
  return path
}

/** Collects problems, so that a single run reports them all. */
export interface Report {
  readonly add: (location: Location, message: string) => void
  /** @throws {CompileError} if anything was added. */
  readonly throwIfAny: () => void
}

/**
 * Creates an empty report.
 *
 * @param usersAt Returns the operations that use a location; called only if there is a problem.
 * @param summary Whether the error has one line per operation, rather than per problem.
 */
export function createReport(usersAt: (location: Location) => readonly string[] = () => [], summary = false): Report {
  const problems = new Map<string, () => CompileProblem>()
  return {
    add: (location, message) => {
      const { path } = location.file
      const pointer = toPointer(pathOf(location))
      problems.set(`${path}#${pointer} ${message}`, () => toProblem(location, message, usersAt(location)))
    },
    throwIfAny: () => {
      const [first, ...others] = [...problems.values()]
        .map((problem) => problem())
        .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
      if (first) throw new CompileError(first, others, summary)
    },
  }
}

function toProblem(location: Location, message: string, operations: readonly string[]): CompileProblem {
  const path = pathOf(location)
  const node = location.file.nodeAt(path)
  const position = location.file.positionOf(node?.range?.[0] ?? 0)
  return {
    file: displayPath(location.file.path),
    ...position,
    pointer: toPointer(path),
    message,
    ...(operations.length > 0 ? { operations } : {}),
  }
}

/** Loads and parses files, each once. */
export interface SourceLoader {
  /**
   * Returns the file; reports it and returns undefined if it cannot be parsed.
   *
   * @throws {CompileError} if it cannot be read.
   */
  readonly load: (path: string) => SourceFile | undefined
  readonly exists: (path: string) => boolean
  /** Returns the file if it has been loaded. */
  readonly known: (path: string) => SourceFile | undefined
  /** Returns the absolute paths of all loaded files. */
  readonly loaded: () => readonly string[]
}

export function createSourceLoader(report: Report): SourceLoader {
  const files = new Map<string, SourceFile | undefined>()
  const load = (path: string): SourceFile | undefined => {
    if (!files.has(path)) files.set(path, parse(path, report))
    return files.get(path)
  }
  const exists = (path: string): boolean =>
    files.has(path) || statSync(path, { throwIfNoEntry: false })?.isFile() === true
  return { load, exists, known: (path) => files.get(path), loaded: () => [...files.keys()] }
}

function parse(path: string, report: Report): SourceFile | undefined {
  const text = readRegularFile(path).replace(/^\uFEFF/, '')
  return path.endsWith('.json') ? parseJsonFile(path, text, report) : parseYaml(path, text, report)
}

/** Parses JSON fast: large descriptions are JSON, for which the YAML parser is a hundred times slower. It only finds positions. */
function parseJsonFile(path: string, text: string, report: Report): SourceFile | undefined {
  let value: Json
  try {
    value = toJson(parseJson(text))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const place = placeAt(text, jsonErrorOffset(reason) ?? text.length)
    report.add(
      { file: { ...fromYaml(path, '').file, path, text, positionOf: () => place } },
      `is not JSON: ${reason}; correct it, or name the file .yaml`,
    )
    return undefined
  }
  // `JSON.parse` keeps only the last of duplicate keys.
  if (countColons(text) !== countMembers(value)) return parseYaml(path, text, report)
  let positions: SourceFile | undefined
  const slow = (): SourceFile => {
    positions ??= fromYaml(path, text).file
    return positions
  }
  return {
    path,
    text,
    value,
    nodeAt: (keys) => slow().nodeAt(keys),
    positionOf: (offset) => slow().positionOf(offset),
    document: () => slow().document(),
  }
}

function parseYaml(path: string, text: string, report: Report): SourceFile | undefined {
  const { file, faults } = fromYaml(path, text)
  // Later faults are mostly consequences of the first.
  const [fault] = faults
  if (fault === undefined) return file
  report.add({ file: { ...file, nodeAt: () => null, positionOf: () => file.positionOf(fault.offset) } }, fault.message)
  return undefined
}

function fromYaml(path: string, text: string): { file: SourceFile; faults: readonly YamlFault[] } {
  const lines = new LineCounter()
  const document: Document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: isSameKey })
  const faults = yamlFaults(document, text)
  keepSides(document, text)
  const value: Json = faults.length > 0 ? null : toJson(document.toJS({ maxAliasCount: -1 }) ?? null)
  const positionOf = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const nodeAt = (keys: Path): Node | null => findNode(document, keys)
  return { file: { path, text, value, nodeAt, positionOf, document: () => document }, faults }
}

/** Keeps integers near the limits of `int64` on their side of them, as for JSON. */
function keepSides(document: Document, text: string): void {
  if (!text.includes('337203685477')) return
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'number') scalar.value = parseJsonNumber(scalar.source ?? '') ?? scalar.value
    },
  })
}

function findNode(document: Document, path: Path): Node | null {
  let current: Node | null = document.contents
  for (const key of path) {
    if (isAlias(current)) current = current.resolve(document) ?? null
    if (!isCollection(current)) break
    // Keys such as 200 are numbers in YAML and strings in JSON.
    const next: unknown = current.get(key, true) ?? (isMap(current) ? current.get(Number(key), true) : undefined)
    if (!isNode(next)) break
    current = next
  }
  return current
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value
}
