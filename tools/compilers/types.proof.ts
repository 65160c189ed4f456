// Our declarations as consumers compile them: strictly, and without `skipLibCheck`, which would hide errors in them.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compilers, createProject, everyEntry, type Program, type Project, type Resolution } from './compilers.ts'

const workspace = join(import.meta.dirname, '../..')
const resolutions: readonly Resolution[] = ['node16', 'nodenext', 'bundler']
const everywhere: Readonly<Record<string, Program>> = Object.fromEntries(
  resolutions.map((resolution) => [resolution, { files: [everyEntry], resolution, dom: false }]),
)
const anywhere = ['spec-and-client.ts', 'mocks.ts']
const programs: Readonly<Record<string, Program>> = {
  'a Node program': { files: anywhere, resolution: 'nodenext', dom: false },
  'a bundled program': { files: anywhere, resolution: 'bundler', dom: true },
}
// msw's own declarations need the types of a browser, in Node too.
const programsWithMsw: Readonly<Record<string, Program>> = {
  'a Node program': { files: ['mocks-with-msw.ts'], resolution: 'nodenext', dom: true },
  'a bundled program': { files: ['mocks-with-msw.ts'], resolution: 'bundler', dom: true },
}
const named = (all: Readonly<Record<string, Program>>) =>
  Object.entries(all).flatMap(([name, program]) => compilers.map((compiler) => [compiler, name, program] as const))
const oldestAndNewest = [...compilers.slice(0, 1), ...compilers.slice(-1)]
const minutes = 60_000
let project: Project

beforeAll(async () => {
  project = await createProject(workspace)
}, 2 * minutes)
afterAll(() => project.remove())

describe.concurrent('spec, client and mocks compile', () => {
  test.for(named(programs))('with %s in %s', { timeout: 5 * minutes }, async ([compiler, , program]) => {
    expect(await project.compile(compiler, program)).toMatchObject({ ok: true, output: '' })
  })
})

describe.concurrent('every entry of every package compiles', () => {
  test.for(named(everywhere))('with %s and %s', { timeout: 5 * minutes }, async ([compiler, , program]) => {
    expect(await project.compile(compiler, program)).toMatchObject({ ok: true, output: '' })
  })
})

describe.concurrent('the mocks behind msw compile', () => {
  test.for(named(programsWithMsw))(
    'with %s in %s, if msw itself does',
    { timeout: 5 * minutes },
    async ([compiler, , program]) => {
      const { ok, output } = await project.compile(compiler, program)
      // Where msw declares no support, its own declarations do not compile, and neither does anything that uses them.
      const ours = output.split('\n').filter((line) => /^\S/.test(line) && !/node_modules\/(msw|@mswjs)\//.test(line))
      expect({ ok, ours }).toEqual({ ok: project.suitsMsw(compiler), ours: [] })
    },
  )

  test('from TypeScript 5.6 on', () => {
    expect(compilers.filter((compiler) => !project.suitsMsw(compiler))).toEqual(['typescript-5.5'])
  })
})

describe('errors are reported', () => {
  test.for(oldestAndNewest)('in our declarations, by %s', async (compiler) => {
    const file = join(project.folder, 'node_modules/@partner-upgrades/spec/dist/generated/model.d.ts')
    const text = readFileSync(file, 'utf8')
    appendFileSync(file, '\nexport type Broken = Missing\n')
    try {
      const { ok, output } = await project.compile(compiler, {
        files: ['spec-and-client.ts'],
        resolution: 'nodenext',
        dom: false,
      })
      expect(output).toMatch(/spec\/dist\/generated\/model\.d\.ts.*Cannot find name 'Missing'/)
      expect(ok).toBe(false)
    } finally {
      writeFileSync(file, text)
    }
  })
})
