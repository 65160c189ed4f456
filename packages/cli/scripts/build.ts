// Bundles the program with the libraries that only it uses, so that `--help` loads just two files. Our own packages stay external.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'rolldown'

const folder = join(import.meta.dirname, '..')
const dist = join(folder, 'dist')
rmSync(dist, { recursive: true, force: true })

const libraries = new Set<string>()

/** The empty module that replaces an unused one. */
const nothing = '\0nothing'

/** Gets only the used parts of Node's modules: importing one wraps all its exports in an ES module, which takes milliseconds. */
const getBuiltins: Plugin = {
  name: 'get-builtins',
  // node:module is imported before the compile cache is on and stays as it is: another file would take as long.
  resolveId(id, importer = '') {
    // commander needs it for subcommands that are separate programs, of which there are none.
    if (id === 'node:child_process' && importer.includes('/commander/')) return nothing
    return id.startsWith('node:') && id !== 'node:module' ? `\0${id}` : undefined
  },
  load(id) {
    if (id === nothing) return 'export default {}'
    if (!id.startsWith('\0node:')) return
    const path = id.slice(1)
    const names = Object.keys(process.getBuiltinModule(path) ?? {})
    const exported = names.map((name) => `export const ${name} = /* @__PURE__ */ (() => whole.${name})()`)
    return [`const whole = process.getBuiltinModule('${path}')`, 'export default whole', ...exported].join('\n')
  },
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      const ids = chunk.type === 'chunk' ? chunk.moduleIds : []
      for (const library of ids.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []))
        libraries.add(library)
    }
  },
}

await build({
  cwd: folder,
  input: 'src/main.ts',
  platform: 'node',
  // Help needs a single function of spec, which is not worth loading a package.
  external: [/^@partner-upgrades\/(?!spec\/guid$)/, 'undici'],
  plugins: [getBuiltins],
  output: {
    dir: dist,
    // Without a hash, so that the list of packaged files stays the same.
    chunkFileNames: '[name].js',
    sourcemap: true,
    minify: { mangle: false, compress: true, codegen: true },
    codeSplitting: { groups: [{ name: 'start', test: /src\/start\.ts$/ }] },
  },
})

// The libraries' licences must accompany their code.
const notices = [...libraries].sort().map((library) => {
  const { name, version, license } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'))
  return `${name} ${version} (${license})\n\n${licenceOf(library)}`
})
writeFileSync(join(dist, 'third-party-licences.txt'), notices.join(`\n${'-'.repeat(80)}\n\n`))

function licenceOf(library: string): string {
  for (const name of ['LICENSE', 'license', 'LICENSE.md']) {
    try {
      return readFileSync(join(library, name), 'utf8')
    } catch {
      // Try the next name; there may be none.
    }
  }
  return ''
}
