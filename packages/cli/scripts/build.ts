// Bundles the program, with the libraries that only it uses: what `--help` needs is one file to read. Ours stay packages.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = join(import.meta.dirname, '..')
const dist = join(folder, 'dist')
rmSync(dist, { recursive: true, force: true })

const { metafile } = await build({
  absWorkingDir: folder,
  entryPoints: ['src/main.ts'],
  bundle: true,
  splitting: true,
  chunkNames: '[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  external: ['@partner-upgrades/*'],
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: true,
  sourcesContent: false,
  outdir: dist,
  metafile: true,
  logLevel: 'warning',
})

// Their licences ask to be where the code is.
const libraries = new Set(
  Object.keys(metafile.inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []),
)
const notices = [...libraries].sort().map((library) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, library, 'package.json'), 'utf8'))
  return `${name} ${version} (${license})\n\n${licenceOf(library)}`
})
writeFileSync(join(dist, 'third-party-licences.txt'), notices.join(`\n${'-'.repeat(80)}\n\n`))

function licenceOf(library: string): string {
  for (const name of ['LICENSE', 'license', 'LICENSE.md']) {
    try {
      return readFileSync(join(folder, library, name), 'utf8')
    } catch {
      // Under another name, or none.
    }
  }
  return ''
}
