import { execFile } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { promisedOutput, type Snippet, snippetsOf } from './snippets.ts'

const run = promisify(execFile)
const workspace = join(import.meta.dirname, '..')
// Inside the workspace, so that the snippets resolve our packages by name as a user's program does.
const folder = join(import.meta.dirname, 'reports', 'snippets')

// The examples' pages are left to `examples/recipes.test.ts`, as their code runs in separate projects.
const pages = globSync(['README.md', 'packages/*/README.md'], {
  cwd: workspace,
  exclude: (path) => path.includes('node_modules'),
})
const all = pages.flatMap((page) =>
  snippetsOf(readFileSync(join(workspace, page), 'utf8')).map((snippet) => ({ page, ...snippet })),
)
const named = (snippets: readonly (Snippet & { page: string })[]) =>
  snippets.map((snippet): [string, Snippet & { page: string }] => [`${snippet.page}:${snippet.line}`, snippet])

const programs = named(all.filter(({ language }) => language === 'ts'))
const fileOf = (name: string) => join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.ts`)

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, { code, line }] of programs) {
    // At the same line as in the page, so that an error in the file can be found in the page.
    writeFileSync(fileOf(name), `${'\n'.repeat(line - 1)}${code}\nexport {}\n`)
  }
  const compilerOptions = {
    composite: false,
    noEmit: true,
    types: ['node'],
    noUnusedLocals: false,
    isolatedDeclarations: false,
  }
  const tsconfig = { extends: join(workspace, 'tsconfig.base.json'), compilerOptions, include: ['*.ts'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
})

/** Writes the tests of a file in every possible order, each as a file, so that leftovers of one test show in another. */
function writeOrders(name: string, code: string): string {
  const [head = '', ...tests] = code.split(/^(?=test\()/m)
  const orders = join(folder, basename(fileOf(name), '.ts'))
  mkdirSync(orders)
  permutations(tests).forEach((order, index) => {
    writeFileSync(join(orders, `order-${index}.ts`), [head, ...order].join('\n'))
  })
  return orders
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  )
}

/** Runs the tests that a README shows. */
async function runTests(file: string): Promise<void> {
  const config = join(import.meta.dirname, 'vitest.snippets.config.ts')
  const vitest = join(workspace, 'node_modules/vitest/vitest.mjs')
  await run(process.execPath, [vitest, 'run', '--root', folder, '--config', config, file]).catch(
    ({ stdout, stderr }) => {
      throw new Error(stdout + stderr)
    },
  )
}

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a program shown in a README', () => {
  test.for(programs)('%s runs, and prints what it says', async ([name, { code }]) => {
    const flags = [
      '--conditions=@partner-upgrades/source',
      '--import',
      join(import.meta.dirname, 'embedded-partner-center.ts'),
    ]
    const { FORCE_COLOR, NODE_TEST_CONTEXT, ...env } = process.env
    if (/from 'vitest'/.test(code)) {
      await expect(runTests(writeOrders(name, code))).resolves.toBeUndefined()
      return
    }
    const { stdout } = await run(process.execPath, [...flags, fileOf(name)], { cwd: workspace, env })
    // A program with tests prints the report of its runner, which must contain no failure.
    if (/from 'node:test'/.test(code)) {
      expect(stdout).toMatch(/^# fail 0$|^ℹ fail 0$/m)
      return
    }
    expect(stdout.split('\n').filter((line) => line !== '')).toEqual(promisedOutput(code))
  })

  test('each of them compiles strictly', async () => {
    expect(programs.length).toBeGreaterThan(0)
    await run(process.execPath, [join(workspace, 'node_modules/@typescript/native/bin/tsc'), '-p', folder]).catch(
      ({ stdout }) => {
        throw new Error(stdout)
      },
    )
  }, 30_000)
})

describe('a command shown in a README', () => {
  const scripts = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8')).scripts
  const names = globSync('packages/*/package.json', { cwd: workspace }).map((file) => {
    return JSON.parse(readFileSync(join(workspace, file), 'utf8')).name
  })
  const commands = named(all.filter(({ language }) => language === 'sh')).flatMap(([name, { code }]) =>
    code.split(/\n|&&/).map((command): [string, string] => [name, command.replace(/#.*$/, '').trim()]),
  )

  test.for(commands.filter(([, command]) => command !== ''))('%s: %s', ([, command]) => {
    const [, script] =
      /^(?:\w+=\S+ )*npm (?:run )?(start|test|proof|[a-z]+:[a-z]+|generate|lint|build|typecheck|site)\b/.exec(
        command,
      ) ?? []
    if (script !== undefined) return expect(scripts).toHaveProperty([script])
    const [, packages] = /^npm install (?:-D )?(.+)$/.exec(command) ?? []
    if (packages !== undefined) {
      const ours = packages.split(' ').filter((name) => name.startsWith('@partner-upgrades/'))
      return expect(names).toEqual(expect.arrayContaining(ours))
    }
    expect(command).toBe('npm ci')
  })
})

test('each published package has a README that is tested here', () => {
  const published = globSync('packages/*/package.json', { cwd: workspace }).filter((file) => {
    return JSON.parse(readFileSync(join(workspace, file), 'utf8')).private !== true
  })
  for (const file of published) expect(pages).toContain(file.replace(basename(file), 'README.md'))
})
