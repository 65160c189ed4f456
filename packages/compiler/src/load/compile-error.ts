/** One thing that is wrong with a specification: where, and what to do about it. */
export interface CompileProblem {
  /** Path of the file, as it was given or found. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** JSON Pointer into the file. */
  readonly pointer: string
  /** What is wrong and what to do. */
  readonly message: string
  /** The ID of the operation it is in; absent for what is elsewhere. */
  readonly operation?: string
}

/** `file:line:column message`, as editors and terminals link it. */
export function formatProblem(problem: CompileProblem): string {
  const where = problem.pointer === '' ? '' : ` (at ${problem.pointer})`
  return `${problem.file}:${problem.line}:${problem.column} ${problem.message}${where}`
}

/** A specification that cannot be compiled. Names the first problem; `problems` holds them all. */
export class CompileError extends Error implements CompileProblem {
  override readonly name = 'CompileError'
  readonly file: string
  readonly line: number
  readonly column: number
  readonly pointer: string
  /** Everything that was found, in the order of files and lines. */
  readonly problems: readonly CompileProblem[]

  constructor(first: CompileProblem, others: readonly CompileProblem[] = []) {
    const problems = [first, ...others]
    super([...problems.map(formatProblem), ...adviceFor(problems)].join('\n'))
    this.file = first.file
    this.line = first.line
    this.column = first.column
    this.pointer = first.pointer
    this.problems = problems
  }
}

/** Not everybody who compiles a description can change it. */
function adviceFor(problems: readonly CompileProblem[]): readonly string[] {
  const operations = new Set(problems.map(({ operation }) => operation))
  if (operations.has(undefined)) return []
  const options = [...operations].map((id) => `--without ${id}`).join(' ')
  return [`If the description is not yours to correct, compile it ${options}`]
}
