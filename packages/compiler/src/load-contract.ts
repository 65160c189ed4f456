import { build } from 'esbuild'
import type { Compiled } from './compile.ts'
import type { Contract, Exchange } from './runtime/model.ts'

/** A compiled contract, loaded into memory. */
export interface Loaded {
  readonly contract: Contract
  readonly exchanges: readonly Exchange[]
}

/** Evaluates the compiled modules in memory. For tests and tools: programs import the generated files. */
export async function loadContract(compiled: Compiled): Promise<Loaded> {
  const result = await build({
    stdin: {
      contents: "export { contract } from './contract.ts'\nexport { exchanges } from './exchanges.ts'",
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
    plugins: [
      {
        name: 'compiled',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^\.\// }, ({ path }) => ({ path: path.slice(2), namespace: 'compiled' }))
          onLoad({ filter: /.*/, namespace: 'compiled' }, ({ path }) => ({
            contents: compiled.files.get(path) ?? '',
            loader: 'ts',
          }))
        },
      },
    ],
  })
  const text = result.outputFiles[0]?.text ?? ''
  const url = `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
  const loaded: Loaded = await import(/* @vite-ignore */ url)
  return { contract: loaded.contract, exchanges: loaded.exchanges }
}
