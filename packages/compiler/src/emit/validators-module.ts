import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { formatsImport } from '../schema/formats.ts'
import { modulePrefix, type Validators } from '../schema/validators.ts'
import { banner } from './modules.ts'

const runtime = fileURLToPath(new URL('../runtime/', import.meta.url))

/** Emits the validators as one module without imports: Ajv's generated code, and the helpers that it needs. */
export async function emitValidators(validators: Validators): Promise<string> {
  const names = validators.names()
  const head = `// @ts-nocheck\n// ${banner}\nimport type { Validate } from './model.ts'\n`
  if (names.length === 0) return `${head}\nexport {}\n`
  const { locals, code } = await bundleModule(withRuntime(validators.toModule()))
  const toValidate = locals.get('toValidate')
  // A name ending in $ never collides with one of Ajv's, whatever the schema is called.
  const wrapped = names.map((name) => {
    const check = locals.get(`${modulePrefix}${name}`)
    return `const ${name}$: Validate = /* @__PURE__ */ ${toValidate}(${check})\n`
  })
  const exports = names.map((name) => `  ${name}$ as ${name},\n`)
  return `${head}\n${code}\n${wrapped.join('')}\nexport {\n${exports.join('')}}\n`
}

/** Replaces the helpers of Ajv's generated code with ours: Ajv's are CommonJS, which bundles badly. */
function withRuntime(checks: string): string {
  const code = checks
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'values.textLength')
    .replaceAll('require("ajv/dist/runtime/equal").default', 'values.isEqual')
  return `${formatsImport}import * as values from './values.ts'\n${code}`
}

/** Bundles a module; returns its code and the local name of each of its exports. */
async function bundleModule(checks: string): Promise<{ code: string; locals: ReadonlyMap<string, string> }> {
  const result = await build({
    stdin: {
      contents: "export { toValidate } from './to-validate.ts'\nexport * from 'checks'",
      resolveDir: runtime,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [
      {
        name: 'checks',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^checks$/ }, () => ({ path: 'checks', namespace: 'checks' }))
          onLoad({ filter: /.*/, namespace: 'checks' }, () => ({ contents: checks, resolveDir: runtime, loader: 'js' }))
        },
      },
    ],
  })
  const text = result.outputFiles[0]?.text ?? ''
  const at = text.lastIndexOf('export {')
  const entries = text.slice(at + 'export {'.length, text.lastIndexOf('}')).split(',')
  const locals = entries.map((entry) => {
    const [local = '', name = local] = entry.trim().split(' as ')
    return [name, local] as const
  })
  return { code: text.slice(0, at).replaceAll(comments, ''), locals: new Map(locals) }
}

/** Matches the comments in which esbuild names the bundled modules. */
const comments = /^[ \t]*\/\/ .*\n/gm
