import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { narrowed, targets } from './stryker.ts'

const [first, ...others] = targets.map(({ mutate }) => mutate)
const shared = first?.filter((pattern) => others.every((mutate) => mutate.includes(pattern))) ?? []
const left = targets.flatMap(({ name, mutate, exclude }) =>
  [...mutate.filter((pattern) => !shared.includes(pattern)), ...exclude]
    .flatMap((pattern) => alternatives(pattern.replace(/^!/, '')))
    .map((pattern) => ({ name, pattern })),
)

test.for(left)('$pattern, excluded in $name, matches files', ({ name, pattern }) => {
  expect(globSync(pattern, { cwd: join(import.meta.dirname, '../../../packages', name) })).not.toEqual([])
})

test('files that a target excludes stay excluded with --files', () => {
  for (const target of targets) {
    const patterns = narrowed(target, ['src/**/*.ts'])
    expect(patterns[0]).toBe('src/**/*.ts')
    expect(patterns).toContain('!src/**/*.test.ts')
    expect(patterns).toContain('!src/**/*.proof.ts')
  }
})

/** Expands braces into one pattern per word, so that each word is checked. */
function alternatives(pattern: string): readonly string[] {
  const [, before = '', words = '', after = ''] = /^(.*?)\{(.*?)\}(.*)$/.exec(pattern) ?? []
  return words === '' ? [pattern] : words.split(',').map((word) => `${before}${word}${after}`)
}
