// Bundles the program with the libraries that only it uses, so that what `--help` needs is two files. Our packages stay packages.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'rolldown'

const folder = join(import.meta.dirname, '..')
const dist = join(folder, 'dist')
rmSync(dist, { recursive: true, force: true })

const libraries = new Set<string>()

/** The module in place of one that is not used. */
const nothing = '\0nothing'

/** An import makes an ES module of a module of Node's with all that is in it, and that takes milliseconds. This gets what is used. */
const getBuiltins: Plugin = {
  name: 'get-builtins',
  // The one that is imported before there is a cache stays as it is: another file would take as long.
  resolveId(id, importer = '') {
    // commander has it for programs made of several, which this one is not.
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
  // One function, which help needs, is not worth loading a package.
  external: [/^@partner-upgrades\/(?!spec\/guid$)/, 'undici'],
  plugins: [getBuiltins],
  output: {
    dir: dist,
    // Without a hash: what is in the package stays the same list.
    chunkFileNames: '[name].js',
    sourcemap: true,
    minify: { mangle: false, compress: true, codegen: true },
    codeSplitting: { groups: [{ name: 'start', test: /src\/start\.ts$/ }] },
  },
})

// Their licences ask to be where the code is.
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
      // Under another name, or none.
    }
  }
  return ''
}
