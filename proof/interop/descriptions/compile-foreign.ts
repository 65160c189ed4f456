import { type Compiled, CompileError, compile } from '@partner-upgrades/compiler'

/** A description that compiles, if some operations are left out. */
export interface Remainder {
  readonly compiled: Compiled
  /** Operations that had to be left out. */
  readonly leftOut: readonly string[]
  /** What the compiler said: a line for each of them. */
  readonly lines: readonly string[]
}

/**
 * Compiles a description as somebody does who cannot change it: whatever operation the compiler complains of is left out.
 * Some mistakes hide others, so it may take three runs: files, schemas, operations.
 *
 * @throws Error if the compiler says more than a line for each operation, or less.
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
      throw new Error(`there is not one line for each of ${names.join(', ')}:\n${error.message}`)
    }
    const rest = await compileForeign(file, [...leftOut, ...fresh])
    return { ...rest, lines: [...lines, ...rest.lines] }
  }
}
