import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { workspaceFolders } from './workspaces.ts'

const root = join(import.meta.dirname, '..')
const read = (...path: readonly string[]) => JSON.parse(readFileSync(join(root, ...path), 'utf8'))
const targets = ['lint', 'generate-check', 'typecheck', 'build', 'test']

test('each task of npm test is the script of its name, started by Node', () => {
  const { targetDefaults } = read('nx.json')
  const commands = targets.map((name) => targetDefaults[name].options)
  expect(commands).toEqual(targets.map((name) => ({ command: `node --run ${name}`, cwd: '{projectRoot}' })))
})

// A task that nx infers from a script runs through npm in a process of nx, which takes half a second of CPU time per task.
test('nx starts each task itself', () => {
  const tasks = workspaceFolders(root).flatMap((folder) => {
    const { scripts = {}, nx } = read(relative(root, folder), 'package.json')
    const own = targets.filter((name) => Object.hasOwn(scripts, name))
    return own.map((name) => [`${relative(root, folder)}: ${name}`, nx?.targets?.[name]?.executor])
  })
  expect(tasks.length).toBeGreaterThan(40)
  expect(Object.fromEntries(tasks)).toEqual(Object.fromEntries(tasks.map(([task]) => [task, 'nx:run-commands'])))
})
