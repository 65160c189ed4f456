import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The commands and packages that `.ci/run` installs if they are missing. */
function installed(): readonly string[] {
  const script = textOf('.ci/run')
  const [, commands = ''] = /for command in ([^;]+);/.exec(script) ?? []
  const packages = [...script.matchAll(/packages\+=\(([a-z][a-z-]*)\)/g)].map(([, name = '']) => name)
  return [...commands.split(' '), ...packages].sort()
}

/** The packages that the `apt-get install` command of a text installs. */
function asked(text: string): readonly string[] {
  const commands = [...text.matchAll(/apt-get install ([a-z -]+)/g)].map(([, words = '']) => words.trim().split(/ +/))
  expect(commands).toHaveLength(1)
  return commands
    .flat()
    .filter((word) => !word.startsWith('-'))
    .sort()
}

test.for(['README.md', 'CONTRIBUTING.md'])('%s names the Debian packages that .ci/run installs', (path) => {
  expect(asked(textOf(path))).toEqual(installed())
})

test('the workflow that runs the proofs also installs them, except the browser that its image has', () => {
  const workflow = textOf('.github/workflows/ci.yml')
  expect(workflow).toContain('CHROMIUM: ')
  expect([...asked(workflow), 'chromium'].sort()).toEqual(installed())
})
