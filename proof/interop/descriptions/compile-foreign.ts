import { type Compiled, CompileError, compile } from '@partner-upgrades/compiler'

/** A description that compiles when some operations are omitted. */
export interface Remainder {
  readonly compiled: Compiled
  /** Operations that had to be omitted. */
  readonly leftOut: readonly string[]
  /** The compiler's messages: one line for each of them. */
  readonly lines: readonly string[]
}

/**
 * Compiles a description as a user does who cannot change it: omits every operation that the compiler complains about.
 * Some mistakes hide others, so it may take three runs: files, schemas, operations.
 *
 * @throws Error if the compiler does not print exactly one line for each operation.
 */
export async function compileForeign(file: string, leftOut: readonly string[] = []): Promise<Remainder> {
  try {
    return { compiled: await compile(file, { repair: true, without: leftOut }), leftOut, lines: [] }
  } catch (error) {
    if (!(error instanceof CompileError)) throw error
    const lines = error.message.split('\n')
    const advice = lines.pop() ?? ''
    const names = [...advice.matchAll(/--without (?:'([^']*)'|(\S+))/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    )
    const fresh = names.filter((name) => !leftOut.includes(name))
    if (names.length === 0 || fresh.length !== names.length) throw error
    if (lines.length !== names.length || !names.every((name) => lines.some((line) => line.startsWith(`${name}: `)))) {
      throw new Error(`expected one line for each of ${names.join(', ')}:\n${error.message}`)
    }
    const rest = await compileForeign(file, [...leftOut, ...fresh])
    return { ...rest, lines: [...lines, ...rest.lines] }
  }
}
