import { statSync } from 'node:fs'
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  YAMLParseError,
} from 'yaml'
import { type Json, type Path, toPointer } from '../grammar/json.ts'
import { CompileError, type CompileProblem } from './compile-error.ts'
import { displayPath, readRegularFile } from './regular-file.ts'

/** A place in a source file. A chain of keys, so that going deeper costs nothing. */
export interface Location {
  readonly file: SourceFile
  readonly parent?: Location
  readonly key?: string | number
}

export interface SourceFile {
  /** Absolute. */
  readonly path: string
  readonly text: string
  readonly value: Json
  /** The YAML node at a path, or the closest one above it. */
  readonly nodeAt: (path: Path) => Node | null
  readonly positionOf: (offset: number) => { line: number; column: number }
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

/** Collects problems, so that one run reports them all. */
export interface Report {
  readonly add: (location: Location, message: string) => void
  /** @throws {CompileError} if anything was added. */
  readonly throwIfAny: () => void
}

export function createReport(): Report {
  const problems = new Map<string, CompileProblem>()
  return {
    add: (location, message) => {
      const problem = toProblem(location, message)
      problems.set(`${problem.file}#${problem.pointer} ${message}`, problem)
    },
    throwIfAny: () => {
      const [first, ...others] = [...problems.values()].sort(
        (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
      )
      if (first) throw new CompileError(first, others)
    },
  }
}

function toProblem(location: Location, message: string): CompileProblem {
  const path = pathOf(location)
  const node = location.file.nodeAt(path)
  const position = location.file.positionOf(node?.range?.[0] ?? 0)
  return { file: displayPath(location.file.path), ...position, pointer: toPointer(path), message }
}

/** Loads and parses files, each once. */
export interface SourceLoader {
  /**
   * The file, or undefined, which is reported, if it cannot be parsed.
   *
   * @throws {CompileError} if it cannot be read.
   */
  readonly load: (path: string) => SourceFile | undefined
  readonly exists: (path: string) => boolean
  /** The absolute paths of all that was loaded. */
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
  return { load, exists, loaded: () => [...files.keys()] }
}

function parse(path: string, report: Report): SourceFile | undefined {
  const text = readRegularFile(path)
  return path.endsWith('.json')
    ? (parseJson(path, text) ?? parseYaml(path, text, report))
    : parseYaml(path, text, report)
}

/** Large descriptions come as JSON, which the YAML parser reads a hundred times slower: it is asked for positions only. */
function parseJson(path: string, text: string): SourceFile | undefined {
  try {
    const value: Json = JSON.parse(text)
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
    }
  } catch {
    return undefined
  }
}

function parseYaml(path: string, text: string, report: Report): SourceFile | undefined {
  const { file, document } = fromYaml(path, text)
  const faults = [...document.errors, ...document.warnings]
  for (const fault of faults) {
    report.add(
      { file: { ...file, nodeAt: () => null, positionOf: () => file.positionOf(fault.pos[0]) } },
      `does not parse: ${fault.message}; correct the YAML`,
    )
  }
  return faults.length > 0 ? undefined : file
}

function fromYaml(path: string, text: string): { file: SourceFile; document: Document } {
  const lines = new LineCounter()
  const document: Document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  reportLostAliases(document)
  const value: Json = document.errors.length > 0 ? null : (document.toJS() ?? null)
  const positionOf = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  return { file: { path, text, value, nodeAt: (keys) => findNode(document, keys), positionOf }, document }
}

/** The parser leaves it to those who read the values to find that an alias has no anchor. */
function reportLostAliases(document: Document): void {
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return
      const message = `Nothing before the alias *${alias.source} has the anchor &${alias.source}`
      const [start = 0, end = 0] = alias.range ?? []
      document.errors.push(new YAMLParseError([start, end], 'BAD_ALIAS', message))
    },
  })
}

function findNode(document: Document, path: Path): Node | null {
  let current: Node | null = document.contents
  for (const key of path) {
    if (isAlias(current)) current = current.resolve(document) ?? null
    if (!isCollection(current)) break
    // Keys such as 200 are numbers in YAML and text in JSON.
    const next: unknown = current.get(key, true) ?? (isMap(current) ? current.get(Number(key), true) : undefined)
    if (!isNode(next)) break
    current = next
  }
  return current
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value
}
