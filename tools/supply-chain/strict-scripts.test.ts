import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { installRoots } from './install-roots.ts'
import { npmSettings } from './npm-settings.ts'

const root = join(import.meta.dirname, '../..')
const roots = installRoots(root)

test.each(roots)('%s makes npm refuse undecided install scripts', (folder) => {
  expect(npmSettings(root, folder).split('\n')).toContain('strict-allow-scripts=true')
})

test('each folder with a lock file is checked', () => {
  const locks = execFileSync('git', ['ls-files', '--', '*package-lock.json'], { cwd: root, encoding: 'utf8' })
  expect(roots).toEqual(expect.arrayContaining(locks.trim().split('\n').map(dirname)))
  expect(roots).toEqual(expect.arrayContaining(['.', 'bench', 'examples/script', 'examples/bun']))
})

test('no installed package would be compiled by node-gyp, which even a strict npm does without asking', () => {
  const patterns = ['node_modules/*/binding.gyp', 'node_modules/@*/*/binding.gyp']
  const found = globSync(
    ['', '**/'].flatMap((depth) => patterns.map((each) => depth + each)),
    { cwd: root },
  )
  // A package with its own install script is compiled by that, which needs a decision.
  expect(found.filter((path) => !hasInstallScript(join(root, dirname(path))))).toEqual([])
})

function hasInstallScript(folder: string): boolean {
  const { scripts = {} }: { scripts?: Record<string, string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  return 'install' in scripts || 'preinstall' in scripts
}
