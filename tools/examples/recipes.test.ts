// The code in an example's README must also be in its files, which the release rehearsal and `npm run examples` run.
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Snippet, snippetsOf } from '../snippets.ts'
import { exampleFolders } from './example-folders.ts'

const workspace = join(import.meta.dirname, '../..')
const examples = exampleFolders(workspace).map((folder) => ({
  name: basename(folder),
  manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  snippets: snippetsOf(readFileSync(join(folder, 'README.md'), 'utf8')),
  files: globSync('**/*.*', { cwd: folder, exclude: (path) => /node_modules|dist|\.md$/.test(path) })
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .map(withoutIndent),
}))

function withoutIndent(text: string): string {
  return text.trimEnd().replace(/^ +/gm, '')
}

describe.each(examples)('$name', ({ manifest, snippets, files }) => {
  const { scripts, dependencies = {}, devDependencies = {} } = manifest

  test('uses the latest of our packages, and pins those of others', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(name.startsWith('@partner-upgrades/') ? /^latest$/ : /^\d+\.\d+\.\d+$/)
    }
  })

  test('can be tested', () => {
    expect(scripts).toHaveProperty('test')
    expect(snippets.filter(({ language }) => language === 'sh').at(-1)?.code).toBe('npm test\n')
  })

  test.for(commandsOf(snippets))('has the command: %s', (command) => {
    const [, script] = /^(?:[A-Z_]+=\S+ )*npm (?:run )?(\w+)( -- .*)?$/.exec(command) ?? []
    if (script !== undefined && script !== 'install') return expect(scripts).toHaveProperty([script])
    const [, forDevelopment, packages = ''] = /^npm install (-D )?(.+)$/.exec(command) ?? []
    const names = packages.split(' ').map((name) => name.replace(/(?<=.)@\d+$/, ''))
    for (const name of names) expect(forDevelopment ? devDependencies : dependencies).toHaveProperty([name])
  })

  test.for(
    snippets.filter(({ language }) => language !== 'sh').map(({ line, code }): [number, string] => [line, code]),
  )('has the code from line %i of its README in a file', ([, code]) => {
    expect(files.some((file) => file.includes(withoutIndent(code)))).toBe(true)
  })
})

function commandsOf(snippets: readonly Snippet[]): readonly string[] {
  const shown = snippets.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.split('\n'))
  return [...new Set(shown.filter((command) => command !== ''))]
}
