import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CompileError, compile } from '@partner-upgrades/compiler'

/** Receives the output of the command. */
export interface Output {
  /** Prints to stdout. */
  readonly print: (text: string) => void
  /** Prints to stderr. */
  readonly complain: (text: string) => void
}

/** The parties that may have to act on a fault of this API. */
const actors = ['nobody', 'developer', 'partner', 'customer', 'microsoft']

/** Runs the command with these arguments, and returns its exit code. */
export async function generate(words: readonly string[], { print, complain }: Output): Promise<number> {
  const { values: options, positionals } = parseArgs({
    args: [...words],
    options: {
      check: { type: 'boolean', default: false },
      print: { type: 'boolean', default: false },
      without: { type: 'string', multiple: true, default: [] },
    },
    allowPositionals: true,
  })
  const room = positionals[0] ?? fileURLToPath(new URL('..', import.meta.url))
  const target = join(room, 'src', 'generated')
  const files = await compile(join(room, 'openapi.yaml'), {
    actors,
    without: options.without,
    openApi30: true,
    describe: true,
  }).then(
    (compiled) => compiled.files,
    (error: unknown) => {
      if (!(error instanceof CompileError)) throw error
      complain(`${error.message}\n`)
    },
  )
  if (files === undefined) return 1
  if (options.print) {
    print(files.get('openapi.json') ?? '')
    return 0
  }
  const stale = findStale(target, files)
  if (!options.check) {
    for (const name of stale) update(join(target, name), files.get(name))
    print(`${files.size} files in src/generated are up to date, ${stale.length} of them changed.\n`)
    return 0
  }
  if (stale.length === 0) return 0
  complain(`Stale in packages/spec/src/generated:\n${stale.map((name) => `  ${name}\n`).join('')}\n`)
  complain(
    'The YAML has changed since, or a generated file was edited. Run `npm run generate` and commit the result.\n',
  )
  return 1
}

/** Finds files that are missing, differ, or are no longer generated. */
function findStale(target: string, files: ReadonlyMap<string, string>): readonly string[] {
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
  return [...names].filter((name) => read(join(target, name)) !== files.get(name)).sort()
}

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function update(path: string, content: string | undefined): void {
  if (content === undefined) {
    rmSync(path)
  } else {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
}
