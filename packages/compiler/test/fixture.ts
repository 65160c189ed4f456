// Documents for tests, in a temporary folder that is removed after the test.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Compiled, type CompileOptions, compile } from '../src/compile.ts'
import type { Json, JsonObject } from '../src/grammar/json.ts'
import { type Bundle, bundle } from '../src/load/bundle.ts'
import { CompileError, type CompileProblem } from '../src/load/compile-error.ts'
import { createRepairs, type Repairs } from '../src/load/repairs.ts'
import { createReport, createSourceLoader, type Report, type SourceFile } from '../src/load/source-file.ts'
import { type Loaded, loadContract } from '../src/load-contract.ts'
import { createReader, type Reader } from '../src/read/reader.ts'
import type { Operation } from '../src/runtime/model.ts'
import { createValidators } from '../src/schema/validators.ts'

/** Content by path; `openapi.yaml` is the document. */
export type Files = Readonly<Record<string, string>>

export function writeFiles(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'compiler-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

export async function compileFiles(files: Files, options?: CompileOptions): Promise<Compiled> {
  return compile(join(writeFiles(files), 'openapi.yaml'), options)
}

export async function loadFiles(files: Files): Promise<Loaded> {
  return loadContract(await compileFiles(files))
}

/** Loads a single file. */
export function loadFile(name: string, content: string): SourceFile {
  const report = createReport()
  const folder = mkdtempSync(join(tmpdir(), 'compiler-'))
  try {
    writeFileSync(join(folder, name), content)
    const file = createSourceLoader(report).load(join(folder, name))
    report.throwIfAny()
    return the(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A document that is only bundled, and the problems reported after that. */
export interface Bundled {
  readonly whole: Bundle
  readonly report: Report
  readonly repairs: Repairs
  readonly problems: () => readonly CompileProblem[]
}

/** Bundles a document. */
export function bundleFiles(files: Files, repair = false): Bundled {
  const report = createReport()
  const repairs = createRepairs(repair, report)
  const path = join(writeFiles(files), 'openapi.yaml')
  const whole = bundle(path, createSourceLoader(report), report, repairs, { without: [], usedOnly: false })
  report.throwIfAny()
  return { whole: the(whole), report, repairs, problems: () => problemsThrown(() => report.throwIfAny()) }
}

/** Returns the structural problems of a document, which are reported during bundling. */
export function structureProblemsOf(files: Files): readonly CompileProblem[] {
  return problemsThrown(() => bundleFiles(files))
}

/** A bundled document, with a reader. */
export interface Readable {
  readonly reader: Reader
  readonly problems: () => readonly CompileProblem[]
}

/** Bundles a document and creates a reader for it. */
export function readFiles(files: Files, repair = false): Readable {
  const { whole, report, repairs, problems } = bundleFiles(files, repair)
  return { reader: createReader(whole, createValidators(whole), report, repairs), problems }
}

function problemsThrown(work: () => unknown): readonly CompileProblem[] {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    return error.problems
  }
}

/** Returns the problems of a document that must not compile, with file names relative to its folder. */
export async function problemsOf(files: Files, options?: CompileOptions): Promise<readonly CompileProblem[]> {
  const folder = writeFiles(files)
  try {
    await compile(join(folder, 'openapi.yaml'), options)
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    return error.problems.map((problem) => ({ ...problem, file: problem.file.slice(folder.length + 1) }))
  }
  throw new Error('the document compiled')
}

/** Returns a document with one operation, `GET /things` with the ID `getThings`, or with the given `paths`. */
export function documentOf({ version = '3.1.1', paths = oneOperation(), rest = '' } = {}): string {
  return `openapi: ${version}\ninfo: { title: Things, version: 1.0.0 }\npaths:\n${indent(paths)}\n${rest}`
}

/** Returns paths with one operation. `operation` is YAML within it. */
export function oneOperation(operation = "responses: { '204': { description: Done } }"): string {
  return `/things:\n  get:\n    operationId: getThings\n${indent(indent(operation))}`
}

/** Loads the operation of a document whose only operation contains this YAML. */
export async function loadOperation(
  operation: string,
  options: { version?: string; rest?: string } = {},
): Promise<Operation> {
  const { contract } = await loadFiles({ 'openapi.yaml': documentOf({ ...options, paths: oneOperation(operation) }) })
  return the(contract.operations.getThings)
}

/** Asserts that a value is defined, and returns it. */
export function the<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is no such value')
  return value
}

export function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ')
}

/** Returns a copy in which the value at a path is replaced, or removed. */
export function changed(value: Json, [key, ...rest]: readonly string[], content?: Json): Json {
  if (key === undefined) return content ?? null
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? changed(item, rest, content) : item))
  const members: JsonObject = Object(value)
  if (rest.length > 0) return { ...members, [key]: changed(members[key] ?? {}, rest, content) }
  const { [key]: _, ...others } = members
  return content === undefined ? others : { ...others, [key]: content }
}
