// Writes src/generated from the YAML. With --check, only says whether what is there is up to date; with --print, only prints the
// document that the YAML makes. Usage: generate.ts [--check|--print] [--without OPERATION]... [folder of openapi.yaml]
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CompileError, compile } from '@partner-upgrades/compiler'

const { values: options, positionals } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
    without: { type: 'string', multiple: true, default: [] },
  },
  allowPositionals: true,
})
const { check: checkOnly, print: printOnly, without } = options
const room = positionals[0] ?? fileURLToPath(new URL('..', import.meta.url))
const target = join(room, 'src', 'generated')
/** Who may have to act on a fault of this API. */
const actors = ['nobody', 'developer', 'partner', 'customer', 'microsoft']

try {
  const { files } = await compile(join(room, 'openapi.yaml'), { actors, without, openApi30: true, describe: true })
  const stale = printOnly ? [] : findStale(files)
  if (printOnly) {
    process.stdout.write(files.get('openapi.json') ?? '')
  } else if (!checkOnly) {
    for (const name of stale) update(name, files.get(name))
    console.log(`${files.size} files in src/generated are up to date, ${stale.length} of them changed.`)
  } else if (stale.length > 0) {
    console.error(`Stale in packages/spec/src/generated:\n${stale.map((name) => `  ${name}\n`).join('')}`)
    console.error(
      'The YAML has changed since, or a generated file was edited. Run `npm run generate` and commit the result.',
    )
    process.exitCode = 1
  }
} catch (error) {
  if (!(error instanceof CompileError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/** Files that are missing, differ, or are no longer produced. */
function findStale(files: ReadonlyMap<string, string>): readonly string[] {
  const found = existsSync(target)
    ? readdirSync(target, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(target.length + 1)
            .replaceAll('\\', '/'),
        )
    : []
  const names = new Set([...files.keys(), ...found])
  return [...names].filter((name) => read(name) !== files.get(name)).sort()
}

function read(name: string): string | undefined {
  const path = join(target, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function update(name: string, content: string | undefined): void {
  const path = join(target, name)
  if (content === undefined) {
    rmSync(path)
  } else {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
}
